package io.perennial.profile.answer;

import io.perennial.common.event.Money;
import io.perennial.common.topic.ProfileState;
import io.perennial.profile.affinity.Affinity;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A profile as REST shows it.
 *
 * @param personal what names the person
 * @param stageUntil when the stage changes if nothing happens
 * @param counts events by kind
 * @param consents resolved for every purpose, the installation's default where nobody said anything
 */
record ProfileAnswer(
        UUID profileId,
        List<String> userIds,
        List<String> anonymousIds,
        Map<String, Object> traits,
        Map<String, Object> personal,
        String stage,
        @Nullable Instant stageUntil,
        @Nullable Instant firstSeen,
        @Nullable Instant lastSeen,
        long events,
        Map<String, Long> counts,
        SessionCounts sessions,
        long orders,
        Money revenue,
        @Nullable Instant firstOrderAt,
        @Nullable Instant lastOrderAt,
        ProfileState.@Nullable Rfm rfm,
        ProfileState.@Nullable Clv clv,
        AffinityLists affinities,
        List<String> segments,
        Map<String, Boolean> consents,
        List<String> channels,
        @Nullable String zone) {

    /** Visits, and those that saw an order. */
    record SessionCounts(int count, int withOrder) {}

    /** The strongest of each respect, strongest first. */
    record AffinityLists(List<Affinity> category, List<Affinity> brand, List<Affinity> product) {}
}
