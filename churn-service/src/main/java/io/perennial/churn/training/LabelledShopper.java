package io.perennial.churn.training;

import io.perennial.churn.learning.Sample;
import io.perennial.common.identity.ProfileId;
import java.util.List;

/** A shopper as of one moment: what was known then, whether what the model foretells came to be, and for how many like it that stands. */
public final class LabelledShopper {

    private final ProfileId profileId;
    private final double[] columns;
    private final boolean outcome;
    private final double weight;

    LabelledShopper(ProfileId profileId, double[] columns, boolean outcome, double weight) {
        this.profileId = profileId;
        this.columns = columns;
        this.outcome = outcome;
        this.weight = weight;
    }

    /** The rows as a trainer takes them. */
    static Sample sample(List<LabelledShopper> shoppers) {
        double[][] rows = new double[shoppers.size()][];
        boolean[] outcomes = new boolean[rows.length];
        double[] weights = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = shoppers.get(i).columns;
            outcomes[i] = shoppers.get(i).outcome;
            weights[i] = shoppers.get(i).weight;
        }
        return new Sample(rows, outcomes, weights);
    }

    public ProfileId profileId() {
        return profileId;
    }

    /** As {@link io.perennial.churn.feature.FeatureVector#columns}; not to be changed. */
    public double[] columns() {
        return columns;
    }

    public boolean outcome() {
        return outcome;
    }

    double weight() {
        return weight;
    }
}
