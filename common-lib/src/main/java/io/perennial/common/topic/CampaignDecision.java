package io.perennial.common.topic;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a campaign decided for a shopper ({@link Topics#CAMPAIGN_DECISION}, key {@code profileId}).
 *
 * @param outcome {@code sent}, {@code suppressed} or {@code held_out}
 * @param reason why, e.g. {@code stale}, {@code no_consent}, {@code cap}
 * @param propensity with which probability the shopper came into the variant
 * @param triggeredAt event time of what set it off
 */
public record CampaignDecision(
        UUID decisionId,
        UUID profileId,
        @Nullable String userId,
        String campaign,
        long campaignVersion,
        String outcome,
        String reason,
        @Nullable String variant,
        @Nullable Double propensity,
        @Nullable String channel,
        Instant triggeredAt,
        Instant decidedAt) {}
