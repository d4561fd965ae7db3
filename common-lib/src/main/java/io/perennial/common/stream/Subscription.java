package io.perennial.common.stream;

import io.perennial.common.event.Event;
import io.perennial.common.event.EventCodec;
import io.perennial.common.topic.TopicCodec;
import io.perennial.common.topic.Topics;
import java.util.Objects;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * A consumer group of a topic and what it does. Declared as a bean; the runtime starts and stops it.
 *
 * @param dedupeKey what makes two values the same within the window; null: nothing is dropped
 */
public record Subscription<T>(
        String topic,
        String group,
        RecordDecoder<T> decoder,
        @Nullable Function<T, String> dedupeKey,
        BatchHandler<T> handler) {

    private static final EventCodec EVENTS = new EventCodec();

    /** Accepted events, each (source, messageId) once within the window. */
    public static Subscription<Event> toEvents(String group, BatchHandler<Event> handler) {
        return new Subscription<>(
                Topics.ACCEPTED, group, entry -> EVENTS.read(body(entry)), Subscription::dedupeKey, handler);
    }

    /** As {@link #toEvents}, each with the bytes it came as. */
    public static Subscription<ReceivedEvent> toReceivedEvents(String group, BatchHandler<ReceivedEvent> handler) {
        return new Subscription<>(
                Topics.ACCEPTED,
                group,
                entry -> new ReceivedEvent(EVENTS.read(body(entry)), body(entry)),
                received -> dedupeKey(received.event()),
                handler);
    }

    /** A compacted topic's changes. */
    public static <T> Subscription<StateChange<T>> toState(
            String topic, String group, TopicCodec<T> codec, BatchHandler<StateChange<T>> handler) {
        return to(topic, group, entry -> stateChange(entry.key(), entry.value(), codec), handler);
    }

    /** A topic whose every record has a body of one type, nothing dropped. */
    public static <T> Subscription<T> toMessages(
            String topic, String group, TopicCodec<T> codec, BatchHandler<T> handler) {
        return to(topic, group, entry -> codec.read(body(entry)), handler);
    }

    /** Any topic, nothing dropped. */
    public static <T> Subscription<T> to(
            String topic, String group, RecordDecoder<T> decoder, BatchHandler<T> handler) {
        return new Subscription<>(topic, group, decoder, null, handler);
    }

    private static byte[] body(ConsumerRecord<String, byte[]> entry) {
        return Objects.requireNonNull(entry.value(), "a record of " + entry.topic() + " has a body");
    }

    private static String dedupeKey(Event event) {
        return event.source() + '\0' + event.messageId();
    }

    private static <T> StateChange<T> stateChange(@Nullable String key, byte @Nullable [] value, TopicCodec<T> codec) {
        return new StateChange<>(
                Objects.requireNonNull(key, "a state record has a key"),
                value == null ? null : codec.read(value),
                value);
    }
}
