package io.perennial.ingest.source;

import org.jspecify.annotations.Nullable;

/**
 * How much a source may send.
 *
 * @param eventBytes of one event
 * @param batchBytes of one body, inflated
 * @param messages in one batch
 * @param eventsPerSecond sustained, on each replica; null: no limit
 */
public record SourceLimits(
        int eventBytes,
        int batchBytes,
        int messages,
        @Nullable Integer eventsPerSecond) {}
