package io.perennial.common.stream;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A record to be sent: order holds for a key; a null value is a tombstone. */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way; messages are never compared
public record OutboxMessage(String topic, @Nullable String key, byte @Nullable [] value, Map<String, String> headers) {

    public OutboxMessage(String topic, @Nullable String key, byte @Nullable [] value) {
        this(topic, key, value, Map.of());
    }
}
