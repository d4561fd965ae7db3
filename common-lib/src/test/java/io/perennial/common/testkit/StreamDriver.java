package io.perennial.common.testkit;

import io.perennial.common.event.Event;
import io.perennial.common.event.EventCodec;
import io.perennial.common.topic.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A test's own hand on Kafka: writes topics, reads them whole, and waits until a group has handled everything. */
public final class StreamDriver implements AutoCloseable {

    private static final EventCodec EVENTS = new EventCodec();

    private final KafkaProducer<String, byte[]> producer;
    private final String bootstrapServers;

    public StreamDriver() {
        this.bootstrapServers = Infrastructure.running().bootstrapServers();
        this.producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers, ProducerConfig.LINGER_MS_CONFIG, 1),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** Publishes accepted events, as ingest would. */
    public void publish(Event... events) {
        publish(Arrays.asList(events));
    }

    /** Publishes accepted events, as ingest would. */
    public void publish(Collection<Event> events) {
        for (Event event : events) {
            send(new ProducerRecord<>(Topics.ACCEPTED, event.identifier().value(), EVENTS.write(event)));
        }
        producer.flush();
    }

    /** Writes one record; a null value is a tombstone. */
    public void publish(String topic, String key, byte @Nullable [] value) {
        send(new ProducerRecord<>(topic, key, value));
        producer.flush();
    }

    @SuppressWarnings("FutureReturnValueIgnored") // flushed and awaited by its effect
    private void send(ProducerRecord<String, byte[]> entry) {
        producer.send(entry);
    }

    /** Everything the topic holds now. */
    public List<ConsumerRecord<String, byte[]>> read(String topic) {
        try (KafkaConsumer<String, byte[]> consumer = consumer()) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, byte[]>> entries = new ArrayList<>();
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
                consumer.poll(Duration.ofMillis(200)).forEach(entries::add);
            }
            return entries;
        }
    }

    /** The last record of each key the topic holds now; null values (tombstones) included. */
    public Map<String, ConsumerRecord<String, byte[]>> readState(String topic) {
        Map<String, ConsumerRecord<String, byte[]>> state = new HashMap<>();
        read(topic).forEach(entry -> state.put(entry.key(), entry));
        return state;
    }

    /** Waits until the group's offsets in Postgres have reached the topic's present end. */
    public void awaitHandled(JdbcClient jdbc, String group, String topic) {
        Map<Integer, Long> ends = new HashMap<>();
        try (KafkaConsumer<String, byte[]> consumer = consumer()) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.endOffsets(partitions).forEach((partition, end) -> ends.put(partition.partition(), end));
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> {
                    Map<Integer, Long> handled = new HashMap<>();
                    jdbc.sql(
                                    "select partition_no, next_offset from stream_offset where consumer_group = ? and topic_name = ?")
                            .param(group)
                            .param(topic)
                            .query(row -> {
                                handled.put(row.getInt(1), row.getLong(2));
                            });
                    return ends.entrySet().stream()
                            .allMatch(end -> handled.getOrDefault(end.getKey(), 0L) >= end.getValue());
                });
    }

    /** Waits until the group has handled every accepted event published so far. */
    public void awaitHandled(JdbcClient jdbc, String group) {
        awaitHandled(jdbc, group, Topics.ACCEPTED);
    }

    private KafkaConsumer<String, byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    @Override
    public void close() {
        producer.close();
    }
}
