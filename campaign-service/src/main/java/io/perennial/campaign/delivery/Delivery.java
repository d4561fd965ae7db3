package io.perennial.campaign.delivery;

import io.perennial.common.identity.Identifier;
import io.perennial.common.identity.ProfileId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A message in the queue, claimed for sending. */
record Delivery(
        Message message, ProfileId profileId, @Nullable Identifier identifier, int attempts, Instant createdAt) {}
