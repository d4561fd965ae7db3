package io.perennial.common.topic;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Everything of a shopper must go ({@link Topics#ERASURE_REQUESTED}, key {@code profileId}). */
public record ErasureRequested(UUID requestId, UUID profileId, List<String> identifiers, Instant requestedAt) {}
