package io.perennial.churn.training;

import io.perennial.common.identity.ProfileId;

/** A shopper as of one snapshot: what was known then, and whether it came to churn. */
final class LabelledShopper {

    private final ProfileId profileId;
    private final double[] columns;
    private final boolean churned;

    LabelledShopper(ProfileId profileId, double[] columns, boolean churned) {
        this.profileId = profileId;
        this.columns = columns;
        this.churned = churned;
    }

    ProfileId profileId() {
        return profileId;
    }

    /** As {@link io.perennial.churn.feature.FeatureVector#columns}; not to be changed. */
    double[] columns() {
        return columns;
    }

    boolean churned() {
        return churned;
    }
}
