package io.perennial.churn.scoring;

import io.perennial.churn.feature.FeatureVector;
import io.perennial.churn.feature.Features;
import io.perennial.churn.model.LinearModel;
import java.util.function.IntToDoubleFunction;

/** A model feature by feature: what an optional feature's presence or absence adds is the same for all shoppers. */
public final class Scorer {

    private final LinearModel model;
    private final double[] ofPresence = new double[Features.ALL.size()];
    private final double[] ofAbsence = new double[Features.ALL.size()];

    public Scorer(LinearModel model) {
        this.model = model;
        for (int column = Features.ALL.size(); column < Features.COLUMNS.size(); column++) {
            ofPresence[Features.featureOf(column)] = model.contribution(column, 0);
            ofAbsence[Features.featureOf(column)] = model.contribution(column, 1);
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
