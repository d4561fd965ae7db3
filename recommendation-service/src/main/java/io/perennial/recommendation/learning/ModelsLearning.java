package io.perennial.recommendation.learning;

import io.perennial.recommendation.history.History;
import io.perennial.recommendation.history.InteractionKind;
import io.perennial.recommendation.history.Signal;
import io.perennial.recommendation.history.SignalWeights;
import io.perennial.recommendation.neighbours.InteractionMatrix;
import io.perennial.recommendation.neighbours.ItemToItemModel;
import io.perennial.recommendation.neighbours.ItemToItemScorer;
import io.perennial.recommendation.neighbours.ItemToItemTrainer;
import io.perennial.recommendation.neighbours.LiftTrainer;
import io.perennial.recommendation.popularity.PopularityModel;
import io.perennial.recommendation.popularity.PopularityTrainer;
import io.perennial.recommendation.repurchase.RepurchaseModel;
import io.perennial.recommendation.repurchase.RepurchaseTrainer;
import io.perennial.recommendation.snapshot.PurchasesReader;
import io.perennial.recommendation.snapshot.ShoppersReader;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Learns models from all that is in two files as of the newest interaction, and measures the same learning on an earlier cut. */
final class ModelsLearning {

    private static final int MOST_CASES = 2_000;
    private static final int LONGEST_BASKET = 100;

    private final ModelsSettings settings;
    private final ShoppersReader shoppers;
    private final PurchasesReader purchases;

    ModelsLearning(ModelsSettings settings, ShoppersReader shoppers, PurchasesReader purchases) {
        this.settings = settings;
        this.shoppers = shoppers;
        this.purchases = purchases;
    }

    /** What was learnt. */
    record Learnt(
            ItemToItemModel itemToItem,
            PopularityModel popularity,
            ItemToItemModel basket,
            RepurchaseModel repurchase,
            ModelsReport report) {}

    Learnt learn() {
        Fitted fitted = fit(settings.newest(), null);
        LiftTrainer lift = new LiftTrainer(settings.basket(), LONGEST_BASKET);
        RepurchaseTrainer repurchase = new RepurchaseTrainer(settings.repurchase(), purchases::categoryOf);
        purchases.forEach(orders -> {
            orders.forEach(order -> lift.add(order.products()));
            repurchase.add(orders);
        });
        ModelsReport report = new ModelsReport(
                fitted.shoppers,
                fitted.itemToItem.products(),
                fitted.popularity.mostPopularFirst().size(),
                fitted.cells,
                fitted.skipped,
                evaluate());
        return new Learnt(fitted.itemToItem, fitted.popularity, lift.model(), repurchase.model(), report);
    }

    /** As of a time, from what happened until a cut (null: from everything). */
    private Fitted fit(Instant asOf, @Nullable Instant cut) {
        InteractionMatrix.Builder matrix = new InteractionMatrix.Builder(settings.longestHistory());
        PopularityTrainer popularity = new PopularityTrainer(settings.popularity(), asOf);
        long[] skipped = new long[1];
        Map<String, Integer> counts = new HashMap<>();
        shoppers.forEach((history, personal) -> {
            List<Signal> signals = until(history, cut).signals();
            popularity.add(signals);
            signals.forEach(signal -> counts.merge(signal.productId(), 1, Integer::sum));
            if (personal) {
                if (matrix.cells() >= settings.mostCells()) {
                    skipped[0]++;
                } else {
                    matrix.add(weigh(signals, settings.training(), asOf));
                }
            }
        });
        InteractionMatrix built = matrix.build();
        ItemToItemModel model = new ItemToItemTrainer(settings.itemToItem()).train(built);
        return new Fitted(model, popularity.model(), counts, built.shoppers(), built.cells(), skipped[0]);
    }

    private Evaluation.@Nullable Report evaluate() {
        Instant cut = settings.newest().minus(settings.window());
        if (!cut.isAfter(settings.oldest())) {
            return null;
        }
        Fitted fitted = fit(cut, cut);
        Evaluation evaluation = new Evaluation(
                new ItemToItemScorer(fitted.itemToItem), fitted.popularity, settings.training(), fitted.counts);
        int[] cases = new int[1];
        shoppers.forEach((history, personal) -> {
            if (personal && cases[0] < MOST_CASES) {
                History before = until(history, cut);
                List<Signal> signals = before.signals();
                Set<String> targets = newAfter(history, before);
                if (!signals.isEmpty() && !targets.isEmpty()) {
                    evaluation.add(signals, targets);
                    cases[0]++;
                }
            }
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

    /** What a fit gave. */
    private record Fitted(
            ItemToItemModel itemToItem,
            PopularityModel popularity,
            Map<String, Integer> counts,
            long shoppers,
            long cells,
            long skipped) {}
}
