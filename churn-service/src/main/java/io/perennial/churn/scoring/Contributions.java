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
        return new Contributions(model, features.columns());
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

    /** The features of the largest effect in either direction, largest first; of equals the earlier one. */
    public int[] strongest(int most) {
        int[] found = new int[Math.min(most, byFeature.length)];
        double[] sizes = new double[found.length];
        int count = 0;
        for (int feature = 0; feature < byFeature.length; feature++) {
            double size = Math.abs(byFeature[feature]);
            if (count < found.length || (count > 0 && size > sizes[count - 1])) {
                int at = count < found.length ? count++ : count - 1;
                while (at > 0 && sizes[at - 1] < size) {
                    sizes[at] = sizes[at - 1];
                    found[at] = found[at - 1];
                    at--;
                }
                sizes[at] = size;
                found[at] = feature;
            }
        }
        return found;
    }
}
