package io.perennial.churn.scoring;

import io.perennial.churn.evaluation.Predictions;
import io.perennial.churn.feature.FeatureVector;
import io.perennial.churn.feature.Features;
import io.perennial.churn.model.LinearModel;

/** What each feature adds to a shopper's log-odds; in numbers, the words come with an {@link Explanation}. */
public final class Contributions {

    private final double[] byFeature = new double[Features.ALL.size()];
    private final double logOdds;

    private Contributions(LinearModel model, double[] columns) {
        double sum = model.intercept();
        for (int column = 0; column < columns.length; column++) {
            double added = model.contribution(column, columns[column]);
            byFeature[Features.featureOf(column)] += added;
            sum += added;
        }
        this.logOdds = sum;
    }

    public static Contributions of(LinearModel model, FeatureVector features) {
        return of(model, features.columns());
    }

    /** Of a vector's columns. */
    public static Contributions of(LinearModel model, double[] columns) {
        return new Contributions(model, columns);
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
     * The features of the largest effect in either direction, largest first; of those equal to seven digits the earlier one. Without
     * branches, since which feature is large cannot be foretold.
     */
    public int[] strongest(int most) {
        long[] top = new long[Math.min(most, byFeature.length)];
        for (int feature = 0; feature < byFeature.length; feature++) {
            long size = Float.floatToRawIntBits((float) Math.abs(byFeature[feature]));
            long key = (size << Integer.SIZE) | (Integer.MAX_VALUE - feature);
            for (int place = 0; place < top.length; place++) {
                long smaller = Math.min(top[place], key);
                top[place] = Math.max(top[place], key);
                key = smaller;
            }
        }
        int[] features = new int[top.length];
        for (int place = 0; place < top.length; place++) {
            features[place] = Integer.MAX_VALUE - (int) top[place];
        }
        return features;
    }
}
