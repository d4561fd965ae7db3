package io.perennial.campaign.decision;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;

/**
 * Names decisions by what they are about, so that deciding twice records once. An assignment is named by its trigger; a
 * suppression by its reason and day, and where old news is the reason, by the reason alone: a replayed year is one row
 * a shopper a campaign.
 */
final class DecisionIds {

    private DecisionIds() {}

    static UUID assigned(String campaign, UUID profileId, String triggerId) {
        return named("assigned|" + campaign + "|" + profileId + "|" + triggerId);
    }

    static UUID suppressed(String campaign, UUID profileId, Reason reason, Instant now) {
        String when = reason == Reason.STALE
                ? "ever"
                : LocalDate.ofInstant(now, ZoneOffset.UTC).toString();
        return named("suppressed|" + campaign + "|" + profileId + "|" + reason + "|" + when);
    }

    private static UUID named(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
