package io.perennial.recommendation.model;

import io.perennial.recommendation.history.Histories;
import io.perennial.recommendation.history.History;
import io.perennial.recommendation.history.InteractionKind;
import io.perennial.recommendation.history.Signal;
import io.perennial.recommendation.history.SignalWeights;
import io.perennial.recommendation.neighbours.InteractionMatrix;
import io.perennial.recommendation.neighbours.ItemToItemModel;
import io.perennial.recommendation.neighbours.ItemToItemParameters;
import io.perennial.recommendation.neighbours.ItemToItemScorer;
import io.perennial.recommendation.neighbours.ItemToItemTrainer;
import io.perennial.recommendation.popularity.PopularityModel;
import io.perennial.recommendation.popularity.PopularityTrainer;
import io.perennial.recommendation.repurchase.RepurchaseModel;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Trains all models on all histories as of the newest interaction, and measures the same training on an earlier cut. */
@Component
@EnableConfigurationProperties(ModelProperties.class)
class Training {

    private static final int MOST_CASES = 2_000;

    private final TrainingData data;
    private final OrderTraining orders;
    private final ModelProperties properties;

    Training(TrainingData data, OrderTraining orders, ModelProperties properties) {
        this.data = data;
        this.orders = orders;
        this.properties = properties;
    }

    /** What a training made. */
    record Outcome(
            ItemToItemModel itemToItem,
            PopularityModel popularity,
            ItemToItemModel basket,
            RepurchaseModel repurchase,
            Provenance provenance) {}

    /** Null where there is no interaction to learn from. */
    @Nullable Outcome train(String codeVersion) {
        long start = System.nanoTime();
        Histories.Window window = data.window();
        if (window == null) {
            return null;
        }
        Fitted fitted = fit(window.newest(), null);
        OrderTraining.Outcome ordered = orders.train(
                new ItemToItemParameters(
                        properties.neighbours(), properties.basketSupportFloor(), properties.shrinkage()),
                properties.repurchaseParameters());
        Evaluation.Report evaluation = evaluate(window);
        Provenance provenance = new Provenance(
                codeVersion,
                window.oldest(),
                window.newest(),
                fitted.shoppers,
                fitted.itemToItem.products(),
                fitted.cells,
                fitted.skipped,
                parameters(),
                null,
                evaluation,
                (System.nanoTime() - start) / 1e9);
        return new Outcome(fitted.itemToItem, fitted.popularity, ordered.basket(), ordered.repurchase(), provenance);
    }

    /** Trains as of a time, on what happened until a cut (null: on everything). */
    private Fitted fit(Instant asOf, @Nullable Instant cut) {
        InteractionMatrix.Builder matrix = new InteractionMatrix.Builder(properties.longestHistory());
        SignalWeights weights = properties.training().signalWeights();
        PopularityTrainer popularity =
                new PopularityTrainer(properties.popularity().signalWeights(), asOf);
        long[] skipped = new long[1];
        Map<String, Integer> counts = new HashMap<>();
        data.forEachShopper((history, personal) -> {
            List<Signal> signals = until(history, cut).signals();
            popularity.add(signals);
            signals.forEach(signal -> counts.merge(signal.productId(), 1, Integer::sum));
            if (personal) {
                if (matrix.cells() >= properties.mostCells()) {
                    skipped[0]++;
                } else {
                    matrix.add(weigh(signals, weights, asOf));
                }
            }
        });
        InteractionMatrix built = matrix.build();
        ItemToItemModel model = new ItemToItemTrainer(properties.itemToItem()).train(built);
        return new Fitted(model, popularity.model(), counts, built.shoppers(), built.cells(), skipped[0]);
    }

    private Evaluation.@Nullable Report evaluate(Histories.Window window) {
        Instant cut = window.newest().minus(properties.evaluationWindow());
        if (!cut.isAfter(window.oldest())) {
            return null;
        }
        Fitted fitted = fit(cut, cut);
        Evaluation evaluation = new Evaluation(
                new ItemToItemScorer(fitted.itemToItem),
                fitted.popularity,
                properties.training().signalWeights(),
                fitted.counts);
        int[] cases = new int[1];
        data.sample((history, personal) -> {
            if (personal) {
                History before = until(history, cut);
                List<Signal> signals = before.signals();
                Set<String> targets = newAfter(history, before);
                if (!signals.isEmpty() && !targets.isEmpty()) {
                    evaluation.add(signals, targets);
                    cases[0]++;
                }
            }
            return cases[0] < MOST_CASES;
        });
        return evaluation.report();
    }

    private static Set<String> newAfter(History history, History before) {
        Set<String> targets =
                history.signals().stream().map(Signal::productId).collect(Collectors.toCollection(HashSet::new));
        before.newestFirst().stream()
                .filter(interaction -> interaction.kind() != InteractionKind.SEEN)
                .forEach(interaction -> targets.remove(interaction.productId()));
        return targets;
    }

    private static History until(History history, @Nullable Instant cut) {
        return cut == null
                ? history
                : history.where(interaction -> !interaction.at().isAfter(cut));
    }

    private static Map<String, Double> weigh(List<Signal> signals, SignalWeights weights, Instant asOf) {
        Map<String, Double> row = HashMap.newHashMap(signals.size());
        signals.forEach(signal -> row.put(signal.productId(), weights.of(signal, asOf)));
        return row;
    }

    private Map<String, Object> parameters() {
        return Map.of(
                "neighbours", properties.neighbours(),
                "supportFloor", properties.supportFloor(),
                "shrinkage", properties.shrinkage(),
                "longestHistory", properties.longestHistory(),
                "basketSupportFloor", properties.basketSupportFloor(),
                "repurchaseGaps", properties.repurchaseGaps(),
                "repurchaseShare", properties.repurchaseShare(),
                "training", properties.training(),
                "popularity", properties.popularity());
    }

    /** What a fit gave. */
    private record Fitted(
            ItemToItemModel itemToItem,
            PopularityModel popularity,
            Map<String, Integer> counts,
            long shoppers,
            long cells,
            long skipped) {}
}
