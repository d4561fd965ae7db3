package io.perennial.churn.scoring;

import io.perennial.churn.feature.FeatureSet;
import io.perennial.churn.feature.FeatureVector;
import io.perennial.churn.model.LinearModel;
import java.util.function.IntToDoubleFunction;

/** A model feature by feature: what an optional feature's presence or absence adds is the same for all shoppers. */
public final class Scorer {

    private final LinearModel model;
    private final double[] ofPresence;
    private final double[] ofAbsence;

    /** @param features what the model was made of */
    public Scorer(FeatureSet features, LinearModel model) {
        this.model = model;
        this.ofPresence = new double[features.size()];
        this.ofAbsence = new double[features.size()];
        for (int column = features.size(); column < features.columns().size(); column++) {
            ofPresence[features.featureOf(column)] = model.contribution(column, 0);
            ofAbsence[features.featureOf(column)] = model.contribution(column, 1);
        }
    }

    /** The log-odds of an average shopper: what contributions start from. */
    double baseline() {
        return model.intercept();
    }

    public double logOdds(FeatureVector features) {
        double sum = model.intercept();
        for (int feature = 0; feature < ofPresence.length; feature++) {
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
        double[] byFeature = new double[ofPresence.length];
        double sum = model.intercept();
        for (int feature = 0; feature < byFeature.length; feature++) {
            double added = contribution(feature, scaled.applyAsDouble(feature));
            byFeature[feature] = added;
            sum += added;
        }
        return new Contributions(byFeature, sum);
    }

    private double contribution(int feature, double scaled) {
        return Double.isNaN(scaled) ? ofAbsence[feature] : model.contribution(feature, scaled) + ofPresence[feature];
    }
}
