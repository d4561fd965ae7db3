package io.perennial.ingest.offered;

import io.perennial.ingest.check.Texts;
import io.perennial.ingest.publish.Outgoing;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * A message as another producer wrote it.
 *
 * @param source what the header {@code source} says; empty where there is none
 * @param body empty for a tombstone
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record OfferedMessage(String source, byte[] body, @Nullable String traceparent) {

    private static final int MAX_SOURCE = 100;

    /** Never fails: what is wrong with the message is for the checks to say. */
    static OfferedMessage of(ConsumerRecord<String, byte[]> entry) {
        String source = header(entry, "source");
        byte[] body = entry.value();
        return new OfferedMessage(
                source == null ? "" : Texts.storable(source.substring(0, Math.min(MAX_SOURCE, source.length()))),
                body == null ? new byte[0] : body,
                header(entry, Outgoing.TRACEPARENT));
    }

    private static @Nullable String header(ConsumerRecord<String, byte[]> entry, String name) {
        Header header = entry.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
