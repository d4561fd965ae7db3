package io.perennial.recommendation.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.perennial.recommendation.history.History;
import io.perennial.recommendation.history.Interaction;
import io.perennial.recommendation.history.Signal;
import io.perennial.recommendation.history.SignalWeights;
import io.perennial.recommendation.neighbours.InteractionMatrix;
import io.perennial.recommendation.neighbours.ItemToItemModel;
import io.perennial.recommendation.neighbours.ItemToItemParameters;
import io.perennial.recommendation.neighbours.ItemToItemScorer;
import io.perennial.recommendation.neighbours.ItemToItemTrainer;
import io.perennial.recommendation.popularity.PopularityTrainer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class OnlineRetailTests {

    private static final Instant CUT = Instant.parse("2011-11-01T00:00:00Z");
    private static final SignalWeights WEIGHTS = new SignalWeights(1, 2, 3, 5, Duration.ofDays(60));
    private static final SignalWeights POPULAR = new SignalWeights(1, 2, 3, 5, Duration.ofDays(7));

    /** Measured: see the README; the floors leave room for honest change, not for a fault. */
    @Test
    void itemToItemBeatsPopularityOnLaterPurchasesAndTrainsInSeconds() throws IOException {
        Path file = OnlineRetail.file();
        assumeTrue(file != null, "skipped: online-retail.csv.gz is not in ../shared/data (or -Dperennial.data)");
        Map<String, History> all = OnlineRetail.histories(Objects.requireNonNull(file), 500);
        Map<String, History> before = new HashMap<>();
        all.forEach((customer, history) -> before.put(customer, until(history)));

        long start = System.nanoTime();
        InteractionMatrix.Builder matrix = new InteractionMatrix.Builder(200);
        PopularityTrainer popularity = new PopularityTrainer(POPULAR, CUT);
        Map<String, Integer> counts = new HashMap<>();
        all.keySet().forEach(customer -> {
            List<Signal> signals = before.getOrDefault(customer, History.EMPTY).signals();
            Map<String, Double> row = new HashMap<>();
            signals.forEach(signal -> row.put(signal.productId(), WEIGHTS.of(signal, CUT)));
            matrix.add(row);
            popularity.add(signals);
            signals.forEach(signal -> counts.merge(signal.productId(), 1, Integer::sum));
        });
        ItemToItemModel model = new ItemToItemTrainer(new ItemToItemParameters(100, 2, 10)).train(matrix.build());
        double seconds = (System.nanoTime() - start) / 1e9;

        Evaluation evaluation = new Evaluation(new ItemToItemScorer(model), popularity.model(), WEIGHTS, counts);
        all.forEach((customer, history) -> {
            List<Signal> signals = before.getOrDefault(customer, History.EMPTY).signals();
            Set<String> targets =
                    history.signals().stream().map(Signal::productId).collect(Collectors.toCollection(HashSet::new));
            signals.forEach(signal -> targets.remove(signal.productId()));
            if (!signals.isEmpty() && !targets.isEmpty()) {
                evaluation.add(signals, targets);
            }
        });
        Evaluation.Report report = evaluation.report();
        System.out.printf(
                "Online Retail: %d products, %d pairs, %.2f s, %s%n", model.products(), model.pairs(), seconds, report);
        assertThat(report.shoppers()).isGreaterThan(1000);
        assertThat(report.hr10()).isGreaterThan(report.popularityHr10());
        assertThat(report.ndcg10()).isGreaterThan(1.3 * report.popularityNdcg10());
    }

    private static History until(History history) {
        List<Interaction> before = history.newestFirst().stream()
                .filter(interaction -> interaction.at().isBefore(CUT))
                .toList();
        return History.of(before, Integer.MAX_VALUE);
    }
}
