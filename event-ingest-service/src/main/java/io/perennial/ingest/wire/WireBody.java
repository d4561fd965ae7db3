package io.perennial.ingest.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A body cut into its messages, each still the very bytes that were sent.
 *
 * @param writeKey the body's own; null where it has none
 */
public record WireBody(@Nullable String writeKey, Envelope envelope, List<byte[]> messages) {}
