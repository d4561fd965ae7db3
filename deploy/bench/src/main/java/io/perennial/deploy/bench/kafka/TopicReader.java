package io.perennial.deploy.bench.kafka;

import java.time.Duration;
import java.util.HashMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads all partitions of a topic from some moment on. */
public final class TopicReader implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);

    private final KafkaConsumer<byte[], byte[]> consumer;

    private TopicReader(KafkaConsumer<byte[], byte[]> consumer) {
        this.consumer = consumer;
    }

    /** Reads what is written from now on. */
    public static TopicReader fromTheEnd(String bootstrapServers, String topic) {
        var consumer = consumer(bootstrapServers, topic);
        consumer.seekToEnd(consumer.assignment());
        consumer.assignment().forEach(consumer::position);
        return new TopicReader(consumer);
    }

    /** What has come since the last call; waits a moment for it. */
    public Iterable<ConsumerRecord<byte[], byte[]>> poll() {
        return consumer.poll(POLL);
    }

    static KafkaConsumer<byte[], byte[]> consumer(String bootstrapServers, String topic) {
        var settings = new HashMap<String, Object>();
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 100);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1000);
        var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        consumer.assign(consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList());
        return consumer;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
