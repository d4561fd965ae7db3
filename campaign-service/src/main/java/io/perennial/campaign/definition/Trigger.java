package io.perennial.campaign.definition;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What makes a campaign look at a shopper. */
public sealed interface Trigger {

    /** A churn score in one of the bands, because of an event or of passing time; never because of a new model. */
    record ChurnBandReached(Set<String> bands) implements Trigger {
        public ChurnBandReached {
            bands = Set.copyOf(bands);
        }
    }

    /** An event. */
    record EventSeen(EventPattern event) implements Trigger {}

    /**
     * An event, and then not another within a time. A later start begins the time anew.
     *
     * @param key property that both events must share, such as {@code cart_id}; an event without it matches any
     */
    record EventNotFollowed(
            EventPattern event,
            EventPattern notFollowedBy,
            Duration within,
            @Nullable String key) implements Trigger {}
}
