package io.perennial.recommendation.model;

import io.perennial.recommendation.history.Signal;
import io.perennial.recommendation.history.SignalWeights;
import io.perennial.recommendation.neighbours.ItemToItemScorer;
import io.perennial.recommendation.neighbours.Scored;
import io.perennial.recommendation.popularity.PopularityModel;
import io.perennial.recommendation.popularity.PopularityModel.Popular;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Measures on what shoppers did after a cut, by models that know only what was before it: all products ranked but those
 * the shopper knew, the ten best compared with the new ones. Pure.
 */
final class Evaluation {

    private static final int TOP = 10;

    private final ItemToItemScorer scorer;
    private final PopularityModel popularity;
    private final SignalWeights weights;

    private int cases;
    private double hits;
    private double gain;
    private double popularHits;
    private double popularGain;

    Evaluation(ItemToItemScorer scorer, PopularityModel popularity, SignalWeights weights) {
        this.scorer = scorer;
        this.popularity = popularity;
        this.weights = weights;
    }

    /** Hit rate and normalised discounted cumulative gain at ten, of the model and of popularity alone. */
    record Report(int shoppers, double hr10, double ndcg10, double popularityHr10, double popularityNdcg10) {}

    /** A shopper's signals before the cut, newest first and not empty, and the new products after it, not empty. */
    void add(List<Signal> before, Set<String> targets) {
        Map<String, Double> seeds = new HashMap<>();
        before.forEach(signal -> seeds.put(
                signal.productId(), weights.of(signal, before.getFirst().at())));
        Set<String> near = new HashSet<>();
        Stream<String> scored =
                scorer.score(seeds).stream().map(Scored::productId).peek(near::add);
        Stream<String> popular = popularity.mostPopularFirst().stream().map(Popular::productId);
        Score mine = score(
                Stream.concat(scored, popular.filter(productId -> !near.contains(productId)))
                        .filter(productId -> !seeds.containsKey(productId))
                        .iterator(),
                targets);
        Score others = score(
                popularity.mostPopularFirst().stream()
                        .map(Popular::productId)
                        .filter(productId -> !seeds.containsKey(productId))
                        .iterator(),
                targets);
        cases++;
        hits += mine.hit;
        gain += mine.gain;
        popularHits += others.hit;
        popularGain += others.gain;
    }

    /** Zeros where there was nobody to measure on. */
    Report report() {
        double n = Math.max(1, cases);
        return new Report(cases, hits / n, gain / n, popularHits / n, popularGain / n);
    }

    private record Score(double hit, double gain) {}

    private static Score score(Iterator<String> ranked, Set<String> targets) {
        double gain = 0;
        double ideal = 0;
        for (int place = 0; place < TOP; place++) {
            double discount = 1 / (Math.log(place + 2.0) / Math.log(2));
            if (ranked.hasNext() && targets.contains(ranked.next())) {
                gain += discount;
            }
            if (place < targets.size()) {
                ideal += discount;
            }
        }
        return new Score(gain > 0 ? 1 : 0, gain / ideal);
    }
}
