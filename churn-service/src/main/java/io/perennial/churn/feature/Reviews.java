package io.perennial.churn.feature;

import static io.perennial.churn.feature.FeatureDefinition.always;
import static io.perennial.churn.feature.Scale.LOG;

import io.perennial.churn.history.Activity;

/** Whether a shopper speaks up. */
final class Reviews {

    /** Several within an hour count once. */
    static final FeatureDefinition REVIEWS =
            always("reviews", Unit.REVIEWS, LOG, past -> past.moments(Activity.REVIEW).length, "wrote {reviews}");

    private Reviews() {}
}
