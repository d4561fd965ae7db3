package io.perennial.common.topic;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a service has erased ({@link Topics#erasureDone}, key {@code profileId}).
 *
 * @param erased rows by table
 * @param restGoneBy when what could not go at once (logs, backups, models) is gone
 */
public record ErasureDone(
        UUID requestId,
        UUID profileId,
        String service,
        Instant doneAt,
        Map<String, Long> erased,
        @Nullable Instant restGoneBy) {}
