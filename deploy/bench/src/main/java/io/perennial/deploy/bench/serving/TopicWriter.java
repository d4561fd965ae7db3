package io.perennial.deploy.bench.serving;

import io.perennial.common.event.Event;
import io.perennial.common.event.EventCodec;
import io.perennial.common.identity.Identifier;
import io.perennial.common.identity.ProfileId;
import io.perennial.common.topic.IdentityState;
import io.perennial.common.topic.ProfileState;
import io.perennial.common.topic.TopicCodec;
import io.perennial.common.topic.Topics;
import io.perennial.deploy.bench.report.CannotMeasure;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Writes what ingest and profile-service would, where only one consumer of it is measured. */
final class TopicWriter implements AutoCloseable {

    private static final TopicCodec<IdentityState> IDENTITIES = TopicCodec.of(IdentityState.class);
    private static final TopicCodec<ProfileState> PROFILES = TopicCodec.of(ProfileState.class);

    private final EventCodec events = new EventCodec();
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
    private final KafkaProducer<String, byte[]> producer;

    TopicWriter(String bootstrapServers) {
        var settings = new HashMap<String, Object>();
        settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 5);
        producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    void event(Event event) {
        var key = event.userId() != null ? event.userId() : event.anonymousId();
        send(new ProducerRecord<>(Topics.ACCEPTED, key, events.write(event)));
    }

    /** The identifier on its own. */
    void identity(Identifier identifier) {
        var state = new IdentityState(
                identifier.toString(), ProfileId.of(identifier).value(), 1);
        send(new ProducerRecord<>(Topics.IDENTITY, identifier.toString(), IDENTITIES.write(state)));
    }

    /** A shopper known by one identifier, and what they consent to. */
    void profile(Identifier identifier, Map<String, Boolean> consents) {
        var profileId = ProfileId.of(identifier).value();
        var state = new ProfileState(
                profileId,
                1,
                Instant.EPOCH,
                List.of(identifier.value()),
                List.of(),
                "active",
                null,
                null,
                1,
                1,
                null,
                null,
                null,
                consents,
                List.of(),
                null,
                List.of(),
                Map.of());
        send(new ProducerRecord<>(Topics.PROFILE, profileId.toString(), PROFILES.write(state)));
    }

    private void send(ProducerRecord<String, byte[]> message) {
        var _ = producer.send(message, (metadata, failed) -> {
            if (failed != null) {
                failure.compareAndSet(null, failed);
            }
        });
    }

    /** Waits until the broker has everything. */
    void flush() {
        producer.flush();
        var failed = failure.get();
        if (failed != null) {
            throw new CannotMeasure("the broker did not take a record: " + failed, failed);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
