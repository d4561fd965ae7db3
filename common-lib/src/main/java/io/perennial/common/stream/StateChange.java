package io.perennial.common.stream;

import org.jspecify.annotations.Nullable;

/** A record of a compacted topic: the key's new state, or null where it is gone. */
public record StateChange<T>(String key, @Nullable T value) {}
