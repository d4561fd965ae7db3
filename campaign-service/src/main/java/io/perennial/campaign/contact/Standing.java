package io.perennial.campaign.contact;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What our copy says of a shopper at this moment.
 *
 * @param current whether the copy is young enough to act on
 * @param marketing whether the shopper lets us send
 * @param updatedAt when the profile service last changed the profile; null: we know no profile
 */
public record Standing(
        boolean current,
        boolean marketing,
        @Nullable String email,
        @Nullable String name,
        @Nullable Instant firstSeen,
        @Nullable Instant lastSeen,
        @Nullable Instant updatedAt) {

    /** Whether the profile service has written the profile since. */
    public boolean updatedSince(Instant instant) {
        return updatedAt != null && !updatedAt.isBefore(instant);
    }

    Standing withoutMarketing() {
        return new Standing(current, false, email, name, firstSeen, lastSeen, updatedAt);
    }
}
