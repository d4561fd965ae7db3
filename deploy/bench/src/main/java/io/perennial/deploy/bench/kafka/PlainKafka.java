package io.perennial.deploy.bench.kafka;

import io.perennial.deploy.bench.report.CannotMeasure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A topic of its own on the suite's broker, with a producer and a consumer set as the suite's are. Closing deletes it. */
public final class PlainKafka implements AutoCloseable {

    private static final int PARTITIONS = 12;
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String bootstrapServers;
    private final String topic = "bench.plain-" + UUID.randomUUID();

    public PlainKafka(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
        admin(admin -> admin.createTopics(Set.of(new NewTopic(topic, PARTITIONS, (short) 1)))
                .all()
                .get());
    }

    String topic() {
        return topic;
    }

    /** Acknowledged by all, compressed, gathering as long as the suite's own. */
    KafkaProducer<byte[], byte[]> producer(int lingerMillis) {
        var settings = new HashMap<String, Object>();
        settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        settings.put(ProducerConfig.LINGER_MS_CONFIG, lingerMillis);
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024);
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Reads every partition of a topic from where it begins. */
    KafkaConsumer<byte[], byte[]> consumer(String read) {
        var consumer = TopicReader.consumer(bootstrapServers, read);
        consumer.seekToBeginning(consumer.assignment());
        consumer.assignment().forEach(consumer::position);
        return consumer;
    }

    /** Up to so many records of a topic, as they were written. */
    List<byte[]> sample(String from, int most) {
        var sample = new ArrayList<byte[]>(most);
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        try (var consumer = consumer(from)) {
            while (sample.size() < most && System.nanoTime() < deadline) {
                var records = consumer.poll(POLL);
                if (records.isEmpty() && !sample.isEmpty()) {
                    break;
                }
                records.forEach(record -> sample.add(record.value()));
            }
        }
        if (sample.isEmpty()) {
            throw new CannotMeasure("there is nothing in " + from);
        }
        return sample;
    }

    @Override
    public void close() {
        admin(admin -> admin.deleteTopics(Set.of(topic)).all().get());
    }

    private interface Request {
        void send(Admin admin) throws ExecutionException, InterruptedException;
    }

    private void admin(Request request) {
        try (var admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            request.send(admin);
        } catch (ExecutionException e) {
            throw new CannotMeasure("the broker refuses a topic: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotMeasure("interrupted", e);
        }
    }
}
