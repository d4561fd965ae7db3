package io.perennial.campaign.wait;

import io.perennial.common.identity.ProfileId;
import java.time.Instant;

/**
 * An event that calls off waits of a campaign, remembered since it may arrive before the event that starts one.
 *
 * @param profileId of the identifier it carries
 * @param key as in {@link Waiting}; empty: calls off whatever the key
 * @param relevantUntil after which it can be forgotten
 */
public record Follower(String campaign, ProfileId profileId, String key, Instant occurredAt, Instant relevantUntil) {}
