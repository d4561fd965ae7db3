package io.perennial.churn.scoring;

import io.perennial.churn.evaluation.Predictions;

/** What each feature adds to a shopper's log-odds; in numbers, the words come with an {@link Explanation}. */
public final class Contributions {

    /** Of a size's bits those that give way to the feature's number. */
    private static final long NUMBER = 0xFF;

    private final double[] byFeature;
    private final double logOdds;

    Contributions(double[] byFeature, double logOdds) {
        this.byFeature = byFeature;
        this.logOdds = logOdds;
    }

    public double logOdds() {
        return logOdds;
    }

    public double probability() {
        return Predictions.sigmoid(logOdds);
    }

    public double of(int feature) {
        return byFeature[feature];
    }

    /** Of each feature, in their order. */
    public double[] byFeature() {
        return byFeature.clone();
    }

    /** The features of the largest effect in either direction, largest first; of those equal to thirteen digits the earlier one. */
    public int[] strongest(int most) {
        int[] features = new int[Math.min(most, byFeature.length)];
        long below = Long.MAX_VALUE;
        for (int place = 0; place < features.length; place += 5) {
            below = nextFive(features, place, below);
        }
        return features;
    }

    /**
     * The five largest keys below one, in registers and without branches, since which feature is large cannot be foretold; returns
     * the least of them.
     */
    private long nextFive(int[] features, int place, long below) {
        long first = 0;
        long second = 0;
        long third = 0;
        long fourth = 0;
        long fifth = 0;
        for (int feature = 0; feature < byFeature.length; feature++) {
            long size = Double.doubleToRawLongBits(Math.abs(byFeature[feature]));
            long key = (size & ~NUMBER) | (NUMBER - feature);
            key = key < below ? key : 0;
            long next = Math.min(first, key);
            first = Math.max(first, key);
            key = next;
            next = Math.min(second, key);
            second = Math.max(second, key);
            key = next;
            next = Math.min(third, key);
            third = Math.max(third, key);
            key = next;
            next = Math.min(fourth, key);
            fourth = Math.max(fourth, key);
            fifth = Math.max(fifth, next);
        }
        put(features, place, first);
        put(features, place + 1, second);
        put(features, place + 2, third);
        put(features, place + 3, fourth);
        put(features, place + 4, fifth);
        return fifth;
    }

    private static void put(int[] features, int place, long key) {
        if (place < features.length) {
            features[place] = (int) (NUMBER - (key & NUMBER));
        }
    }
}
