package io.perennial.common.topic;

import java.time.Instant;
import java.util.UUID;

/**
 * A shopper entered or left a segment ({@link Topics#SEGMENT_CHANGED}, key {@code profileId}).
 *
 * @param change {@code entered} or {@code left}
 * @param why the rule that decided, in words
 */
public record SegmentChanged(UUID profileId, String segment, String change, Instant changedAt, String why) {}
