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

    /**
     * The features of the largest effect in either direction, largest first; of those equal to thirteen digits the earlier one. Without
     * branches, since which feature is large cannot be foretold.
     */
    public int[] strongest(int most) {
        long[] top = new long[Math.min(most, byFeature.length)];
        for (int feature = 0; feature < byFeature.length; feature++) {
            long size = Double.doubleToRawLongBits(Math.abs(byFeature[feature]));
            long key = (size & ~NUMBER) | (NUMBER - feature);
            for (int place = 0; place < top.length; place++) {
                long smaller = Math.min(top[place], key);
                top[place] = Math.max(top[place], key);
                key = smaller;
            }
        }
        int[] features = new int[top.length];
        for (int place = 0; place < top.length; place++) {
            features[place] = (int) (NUMBER - (top[place] & NUMBER));
        }
        return features;
    }
}
