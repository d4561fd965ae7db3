package io.perennial.churn.scoring;

import io.perennial.churn.feature.FeatureSet;
import io.perennial.churn.feature.FeatureVector;
import io.perennial.churn.model.LinearModel;
import java.util.function.IntToDoubleFunction;

/** A model feature by feature: a line of its scaled value where it is present, and what its absence adds, the same for all shoppers. */
public final class Scorer {

    private final double intercept;
    private final double[] ofZero;
    private final double[] slope;
    private final double[] ofAbsence;

    /** @param features what the model was made of */
    public Scorer(FeatureSet features, LinearModel model) {
        intercept = model.intercept();
        ofZero = new double[features.size()];
        slope = new double[features.size()];
        ofAbsence = new double[features.size()];
        for (int feature = 0; feature < ofZero.length; feature++) {
            ofZero[feature] = model.contribution(feature, 0);
            slope[feature] = model.slope(feature);
        }
        for (int column = features.size(); column < features.columns().size(); column++) {
            ofZero[features.featureOf(column)] += model.contribution(column, 0);
            ofAbsence[features.featureOf(column)] = model.contribution(column, 1);
        }
    }

    /** The log-odds of an average shopper: what contributions start from. */
    double baseline() {
        return intercept;
    }

    public double logOdds(FeatureVector features) {
        double sum = intercept;
        for (int feature = 0; feature < slope.length; feature++) {
            sum += contribution(feature, features.scaled(feature));
        }
        return sum;
    }

    public Contributions contributions(FeatureVector features) {
        return contributions(features::scaled);
    }

    /** Of a vector's columns. */
    public Contributions contributions(double[] columns) {
        return contributions(column -> columns[column]);
    }

    private Contributions contributions(IntToDoubleFunction scaled) {
        double[] byFeature = new double[slope.length];
        double sum = intercept;
        for (int feature = 0; feature < byFeature.length; feature++) {
            double added = contribution(feature, scaled.applyAsDouble(feature));
            byFeature[feature] = added;
            sum += added;
        }
        return new Contributions(byFeature, sum);
    }

    private double contribution(int feature, double scaled) {
        return Double.isNaN(scaled) ? ofAbsence[feature] : ofZero[feature] + slope[feature] * scaled;
    }
}
