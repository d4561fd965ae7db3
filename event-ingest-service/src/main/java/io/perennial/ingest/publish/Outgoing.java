package io.perennial.ingest.publish;

import io.perennial.common.event.Event;
import io.perennial.common.stream.OutboxMessage;
import io.perennial.common.topic.Topics;
import io.perennial.ingest.duplicate.MessageKey;
import io.perennial.ingest.intake.Judgement.Passed;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * An accepted event on its way: its key is the user, else the anonymous id; its record's time is when it was received.
 *
 * @param traceparent of what brought it; null where that had none
 */
public record Outgoing(Passed passed, @Nullable String traceparent) {

    public static final String TRACEPARENT = "traceparent";

    private static final Pattern W3C = Pattern.compile("[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

    public Outgoing {
        traceparent = traceparent != null && W3C.matcher(traceparent).matches() ? traceparent : null;
    }

    /** The events by what makes them the same; of two with one id the first stays. */
    public static Map<MessageKey, Outgoing> distinct(List<Outgoing> events) {
        Map<MessageKey, Outgoing> distinct = new LinkedHashMap<>();
        events.forEach(event -> distinct.putIfAbsent(event.messageKey(), event));
        return distinct;
    }

    private MessageKey messageKey() {
        return MessageKey.of(event().source(), event().messageId());
    }

    private Event event() {
        return passed.event();
    }

    ProducerRecord<String, byte[]> toRecord() {
        var entry = new ProducerRecord<>(
                Topics.ACCEPTED, null, event().receivedAt().toEpochMilli(), key(), passed.encoded());
        if (traceparent != null) {
            entry.headers().add(TRACEPARENT, traceparent.getBytes(StandardCharsets.UTF_8));
        }
        return entry;
    }

    OutboxMessage toOutboxMessage() {
        return new OutboxMessage(
                Topics.ACCEPTED,
                key(),
                passed.encoded(),
                traceparent == null ? Map.of() : Map.of(TRACEPARENT, traceparent),
                event().receivedAt());
    }

    private String key() {
        return event().identifier().value();
    }
}
