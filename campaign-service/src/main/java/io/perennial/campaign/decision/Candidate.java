package io.perennial.campaign.decision;

import io.perennial.common.identity.Identifier;
import io.perennial.common.identity.ProfileId;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A shopper whom a trigger proposes to a campaign.
 *
 * @param identifier under which the trigger was stored; null where only the profile is known
 * @param profileId of that identifier alone, before any merge
 * @param triggerId what set it off: a messageId, or a score's revision
 * @param triggeredAt event time
 * @param receivedAt when it came to us
 * @param byActivity whether the trigger claims the shopper just did something (a score of cause {@code event})
 * @param facts what placeholders mean
 */
public record Candidate(
        String campaign,
        @Nullable Identifier identifier,
        ProfileId profileId,
        String triggerId,
        Instant triggeredAt,
        Instant receivedAt,
        boolean byActivity,
        Map<String, String> facts) {

    public Candidate {
        facts = Map.copyOf(facts);
    }
}
