package io.perennial.campaign.outcome;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something we did to a shopper, as a track event.
 *
 * @param messageId of the decision and the step, so that doing it twice is one event
 * @param context as in the Segment spec, e.g. a withdrawn consent
 */
public record OutcomeEvent(
        String messageId,
        String name,
        @Nullable String userId,
        @Nullable String anonymousId,
        Instant timestamp,
        Map<String, Object> properties,
        Map<String, Object> context) {

    /** Whether there is anybody to say it of. */
    boolean hasShopper() {
        return userId != null || anonymousId != null;
    }
}
