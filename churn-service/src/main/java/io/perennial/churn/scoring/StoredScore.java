package io.perennial.churn.scoring;

import io.perennial.common.identity.ProfileId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A shopper's score as last published.
 *
 * @param expectedValue of contacting the shopper, in the shop's currency; null where no value is known
 * @param model id of the model that gave it
 */
record StoredScore(
        ProfileId profileId,
        @Nullable String userId,
        double probability,
        Band band,
        @Nullable Double expectedValue,
        int horizonDays,
        String model,
        Cause cause,
        Instant scoredAt) {

    /** Whether the newer one says something else: another band, another model, or a probability that moved enough. */
    boolean differs(StoredScore newer, double meaningfulChange) {
        return band != newer.band
                || !model.equals(newer.model)
                || Math.abs(probability - newer.probability) >= meaningfulChange;
    }
}
