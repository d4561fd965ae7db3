package io.perennial.common.stream;

import org.jspecify.annotations.Nullable;

/**
 * A record of a compacted topic: the key's new state, or null where it is gone.
 *
 * @param bytes as the topic's codec reads them, for whoever keeps them; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way; changes are never compared
public record StateChange<T>(String key, @Nullable T value, byte @Nullable [] bytes) {}
