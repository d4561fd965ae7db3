package io.perennial.churn.training;

import io.perennial.churn.learning.Sample;
import io.perennial.common.identity.ProfileId;
import java.util.List;

/** A shopper as of one snapshot: what was known then, whether it came to churn, and for how many like it that stands. */
public final class LabelledShopper {

    private final ProfileId profileId;
    private final double[] columns;
    private final boolean churned;
    private final double weight;

    LabelledShopper(ProfileId profileId, double[] columns, boolean churned, double weight) {
        this.profileId = profileId;
        this.columns = columns;
        this.churned = churned;
        this.weight = weight;
    }

    /** The rows as a trainer takes them. */
    static Sample sample(List<LabelledShopper> shoppers) {
        double[][] rows = new double[shoppers.size()][];
        boolean[] churned = new boolean[rows.length];
        double[] weights = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = shoppers.get(i).columns;
            churned[i] = shoppers.get(i).churned;
            weights[i] = shoppers.get(i).weight;
        }
        return new Sample(rows, churned, weights);
    }

    public ProfileId profileId() {
        return profileId;
    }

    /** As {@link io.perennial.churn.feature.FeatureVector#columns}; not to be changed. */
    public double[] columns() {
        return columns;
    }

    public boolean churned() {
        return churned;
    }

    double weight() {
        return weight;
    }
}
