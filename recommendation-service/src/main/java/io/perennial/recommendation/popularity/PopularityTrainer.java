package io.perennial.recommendation.popularity;

import io.perennial.recommendation.history.Signal;
import io.perennial.recommendation.history.SignalWeights;
import io.perennial.recommendation.popularity.PopularityModel.Popular;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts for each product the shoppers drawn to it, by kind of signal and halved with every half-life of age: trending
 * with exponential decay. A shopper counts once a product, so one bot is one shopper.
 */
public final class PopularityTrainer {

    private static final Comparator<Popular> MOST_FIRST =
            Comparator.comparingDouble(Popular::score).reversed().thenComparing(Popular::productId);

    private final SignalWeights weights;
    private final Instant asOf;
    private final Map<String, Sum> sums = new HashMap<>();

    public PopularityTrainer(SignalWeights weights, Instant asOf) {
        this.weights = weights;
        this.asOf = asOf;
    }

    /** Adds a shopper. */
    public void add(Iterable<Signal> signals) {
        for (Signal signal : signals) {
            sums.computeIfAbsent(signal.productId(), id -> new Sum()).add(weights.of(signal, asOf), signal.at());
        }
    }

    public PopularityModel model() {
        List<Popular> popular = new ArrayList<>(sums.size());
        sums.forEach((productId, sum) -> popular.add(new Popular(productId, sum.score, sum.newest)));
        popular.sort(MOST_FIRST);
        return new PopularityModel(popular);
    }

    /** What has come together for a product. */
    private static final class Sum {

        private double score;
        private Instant newest = Instant.EPOCH;

        void add(double weight, Instant at) {
            score += weight;
            newest = at.isAfter(newest) ? at : newest;
        }
    }
}
