package io.perennial.common.stream;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record to be sent: order holds for a key; a null value is a tombstone.
 *
 * @param timestamp the record's own; null: when it is sent
 */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way; messages are never compared
public record OutboxMessage(
        String topic,
        @Nullable String key,
        byte @Nullable [] value,
        Map<String, String> headers,
        @Nullable Instant timestamp) {

    public OutboxMessage(String topic, @Nullable String key, byte @Nullable [] value) {
        this(topic, key, value, Map.of(), null);
    }

    public OutboxMessage(String topic, @Nullable String key, byte @Nullable [] value, Map<String, String> headers) {
        this(topic, key, value, headers, null);
    }
}
