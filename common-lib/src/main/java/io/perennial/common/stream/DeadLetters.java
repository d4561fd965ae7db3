package io.perennial.common.stream;

import io.perennial.common.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends what could not be handled to the topic's {@code .dlt}, with its bytes, its headers and its cause. */
final class DeadLetters {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);
    private static final int CAUSE_LENGTH = 1_000;

    private final Outbox outbox;

    DeadLetters(Outbox outbox) {
        this.outbox = outbox;
    }

    void publish(Subscription<?> subscription, ConsumerRecord<String, byte[]> entry, RuntimeException cause) {
        LOG.warn(
                "{} dead-letters {}-{} offset {}",
                subscription.group(),
                entry.topic(),
                entry.partition(),
                entry.offset(),
                cause);
        Map<String, String> headers = new HashMap<>();
        entry.headers().forEach(header -> {
            if (header.value() != null) {
                headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
            }
        });
        headers.put("perennial-group", subscription.group());
        headers.put("perennial-topic", entry.topic());
        headers.put("perennial-partition", Integer.toString(entry.partition()));
        headers.put("perennial-offset", Long.toString(entry.offset()));
        headers.put("perennial-cause", text(cause));
        outbox.publish(new OutboxMessage(Topics.deadLetter(entry.topic()), entry.key(), entry.value(), headers));
    }

    private static String text(RuntimeException failure) {
        String text = failure.toString();
        return text.length() <= CAUSE_LENGTH ? text : text.substring(0, CAUSE_LENGTH);
    }
}
