package io.perennial.recommendation.ranker;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/**
 * How well a product suits a place in the shop: the probability that it is chosen where it is looked at, a logistic regression of its
 * features' roots; and how likely each place of the shelf is looked at. Immutable.
 */
public final class ShelfRanker {

    private static final Feature[] FEATURES = Feature.values();

    /** By feature. */
    final double[] weights;

    final double intercept;

    /** By place; of the first 1. */
    final double[] examination;

    ShelfRanker(double[] weights, double intercept, double[] examination) {
        this.weights = weights;
        this.intercept = intercept;
        this.examination = examination;
    }

    /** The probability that a product is chosen where it is looked at, in (0, 1). */
    public double relevance(FeatureRow row) {
        double sum = intercept;
        for (Feature feature : FEATURES) {
            sum += weights[feature.place()] * row.root(feature);
        }
        return 1 / (1 + Math.exp(-sum));
    }

    /** The probability that a place, from 0, is looked at, beside the first's. */
    public double examination(int place) {
        return examination[Math.min(place, examination.length - 1)];
    }

    /** Log-odds a feature adds where its value is 1. */
    public Map<Feature, Double> weights() {
        Map<Feature, Double> all = new EnumMap<>(Feature.class);
        for (Feature feature : FEATURES) {
            all.put(feature, weights[feature.place()]);
        }
        return all;
    }

    /** Minus the log-likelihood of what was chosen of a shelf's seen places, in nats. */
    double logLoss(JudgedShelf shelf) {
        double loss = 0;
        for (int place = 0; place < shelf.items().size(); place++) {
            if (shelf.seen(place)) {
                double chance = examination(place) * relevance(shelf.items().get(place));
                loss -= Math.log(shelf.chosen(place) ? chance : 1 - chance);
            }
        }
        return loss;
    }

    @Override
    public String toString() {
        return "weights " + weights() + ", examination " + Arrays.toString(examination);
    }
}
