package io.perennial.recommendation.learning;

import io.perennial.recommendation.evaluation.RankingEvaluation;
import io.perennial.recommendation.evaluation.RankingReport;
import io.perennial.recommendation.history.Signal;
import io.perennial.recommendation.history.SignalWeights;
import io.perennial.recommendation.neighbours.ItemToItemScorer;
import io.perennial.recommendation.popularity.PopularityModel;
import io.perennial.recommendation.popularity.PopularityModel.Popular;
import io.perennial.recommendation.product.Scored;
import io.perennial.recommendation.product.Weighted;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Measures on what shoppers did after a cut, by models that know only what was before it: all products ranked but those
 * the shopper knew. Pure.
 */
public final class Evaluation {

    private final ItemToItemScorer scorer;
    private final PopularityModel popularity;
    private final SignalWeights weights;
    private final RankingEvaluation<String> personal;
    private final RankingEvaluation<String> popular;

    /** @param shoppers how many took each product before the cut */
    Evaluation(
            ItemToItemScorer scorer, PopularityModel popularity, SignalWeights weights, Map<String, Integer> shoppers) {
        this.scorer = scorer;
        this.popularity = popularity;
        this.weights = weights;
        personal = new RankingEvaluation<>(shoppers);
        popular = new RankingEvaluation<>(shoppers);
    }

    /** Of the model and of popularity alone: hit rate and gain at ten, and all the rest. */
    public record Report(
            int shoppers,
            double hr10,
            double ndcg10,
            double popularityHr10,
            double popularityNdcg10,
            RankingReport itemToItem,
            RankingReport popularity) {}

    /** A shopper's signals before the cut, newest first and not empty, and the new products after it, not empty. */
    void add(List<Signal> before, Set<String> targets) {
        Map<String, Double> seeds = new HashMap<>();
        before.forEach(signal -> seeds.put(
                signal.productId(), weights.of(signal, before.getFirst().at())));
        Set<String> near = new HashSet<>();
        Stream<String> scored = scorer.score(Weighted.of(seeds), seeds.size() + RankingEvaluation.TOP).stream()
                .map(Scored::productId)
                .peek(near::add);
        Stream<String> others = mostPopular().filter(productId -> !near.contains(productId));
        personal.add(seeds.size(), shelf(Stream.concat(scored, others), seeds), targets);
        popular.add(seeds.size(), shelf(mostPopular(), seeds), targets);
    }

    /** Zeros where there was nobody to measure on. */
    Report report() {
        RankingReport mine = personal.report();
        RankingReport others = popular.report();
        return new Report(mine.cases(), mine.hr10(), mine.ndcg10(), others.hr10(), others.ndcg10(), mine, others);
    }

    private Stream<String> mostPopular() {
        return popularity.mostPopularFirst().stream().map(Popular::productId);
    }

    private static List<String> shelf(Stream<String> ranked, Map<String, Double> known) {
        return ranked.filter(productId -> !known.containsKey(productId))
                .limit(RankingEvaluation.TOP)
                .toList();
    }
}
