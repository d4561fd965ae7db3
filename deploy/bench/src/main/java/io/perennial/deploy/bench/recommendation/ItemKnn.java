package io.perennial.deploy.bench.recommendation;

import io.perennial.recommendation.blend.Holdout;
import io.perennial.recommendation.evaluation.RankingEvaluation;
import io.perennial.recommendation.evaluation.RankingReport;
import io.perennial.recommendation.neighbours.InteractionMatrix;
import io.perennial.recommendation.neighbours.ItemToItemParameters;
import io.perennial.recommendation.neighbours.ItemToItemScorer;
import io.perennial.recommendation.neighbours.ItemToItemTrainer;
import io.perennial.recommendation.product.Scored;
import io.perennial.recommendation.product.Weighted;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The peer: item-to-item cosine as the service has it, tuned on the same validation; popular products where it is silent. */
final class ItemKnn {

    private static final int LONGEST = 200;

    private final Purchases purchases;

    ItemKnn(Purchases purchases) {
        this.purchases = purchases;
    }

    /** What is tuned; the half-life is that of a purchase's weight. */
    record Setting(double halfLifeDays, int neighbours, double shrinkage) {}

    /** The setting with the highest NDCG@10 on purchases from a cut until an end. */
    Setting tuned(long cut, Holdout validation) {
        return IntStream.range(0, 27)
                .parallel()
                .mapToObj(i -> new Setting(
                        new double[] {30, 60, 180}[i % 3],
                        new int[] {50, 100, 300}[i / 3 % 3],
                        new double[] {0, 10, 50}[i / 9]))
                .map(setting ->
                        Map.entry(setting, measure(setting, cut, validation).ndcg10()))
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
    }

    /** Trained on what was before the cut. */
    RankingReport measure(Setting setting, long cut, Holdout test) {
        var matrix = new InteractionMatrix.Builder(LONGEST);
        List<Map<String, Double>> rows = new ArrayList<>();
        for (var customer : purchases.customers()) {
            Map<String, Double> row = new HashMap<>();
            for (var purchase : customer) {
                if (purchase.second() < cut) {
                    row.put(
                            purchases.product(purchase.product()),
                            Math.pow(2, (purchase.second() - cut) / 86400.0 / setting.halfLifeDays()));
                }
            }
            rows.add(row);
            matrix.add(row);
        }
        var trainer = new ItemToItemTrainer(new ItemToItemParameters(setting.neighbours(), 2, setting.shrinkage()));
        var scorer = new ItemToItemScorer(trainer.train(matrix.build()));
        Map<String, Integer> popularity = new HashMap<>();
        IntStream.range(0, purchases.products()).forEach(product -> popularity.put(purchases.product(product), 0));
        rows.forEach(row -> row.keySet().forEach(product -> popularity.merge(product, 1, Integer::sum)));
        var popular = popularity.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
        var evaluation = new RankingEvaluation<>(popularity);
        for (var one : test.cases()) {
            var known = rows.get(one.shopper());
            List<String> shelf = new ArrayList<>();
            for (Scored scored : scorer.score(Weighted.of(known), Integer.MAX_VALUE)) {
                if (!known.containsKey(scored.productId())) {
                    shelf.add(scored.productId());
                }
            }
            var seen = new HashSet<>(shelf);
            popular.stream()
                    .filter(product -> !known.containsKey(product) && !seen.contains(product))
                    .limit(RankingEvaluation.TOP)
                    .forEach(shelf::add);
            var targets = new HashSet<String>();
            one.targets().forEach(target -> targets.add(purchases.product(target)));
            evaluation.add(known.size(), shelf, targets);
        }
        return evaluation.report();
    }
}
