package io.perennial.ingest.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.perennial.common.event.Event;
import io.perennial.common.event.EventCodec;
import io.perennial.common.testkit.StreamDriver;
import io.perennial.common.topic.Topics;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;

/** What stands in the topic of accepted events. */
public final class Accepted {

    private static final EventCodec CODEC = new EventCodec();

    private Accepted() {}

    /** The records of one shopper, now. */
    public static List<ConsumerRecord<String, byte[]>> records(String key) {
        try (var kafka = new StreamDriver()) {
            return kafka.read(Topics.ACCEPTED).stream()
                    .filter(entry -> entry.key().equals(key))
                    .toList();
        }
    }

    /** The only event of a shopper, as soon as it is there. */
    public static Event only(String key) {
        List<ConsumerRecord<String, byte[]>> records =
                Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> records(key), found -> !found.isEmpty());
        assertThat(records).hasSize(1);
        return CODEC.read(records.getFirst().value());
    }
}
