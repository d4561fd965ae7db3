package io.perennial.churn.training;

import io.perennial.churn.learning.Sample;
import io.perennial.common.identity.ProfileId;
import java.util.List;

/** A shopper as of one snapshot: what was known then, and whether it came to churn. */
public final class LabelledShopper {

    private final ProfileId profileId;
    private final double[] columns;
    private final boolean churned;

    LabelledShopper(ProfileId profileId, double[] columns, boolean churned) {
        this.profileId = profileId;
        this.columns = columns;
        this.churned = churned;
    }

    /** The rows as a trainer takes them. */
    static Sample sample(List<LabelledShopper> shoppers) {
        double[][] rows = new double[shoppers.size()][];
        boolean[] churned = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = shoppers.get(i).columns;
            churned[i] = shoppers.get(i).churned;
        }
        return new Sample(rows, churned);
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
}
