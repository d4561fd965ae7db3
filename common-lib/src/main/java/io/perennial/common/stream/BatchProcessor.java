package io.perennial.common.stream;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.BatchAcknowledgingConsumerAwareMessageListener;
import org.springframework.kafka.support.Acknowledgment;
import org.springframework.transaction.support.TransactionOperations;

/**
 * One consumer thread of a subscription. A batch's state change, outbox rows and offsets commit in one Postgres
 * transaction; the offset that stands in Postgres must be the one this thread believes in, which fences zombies and
 * replaces Kafka's own commit, sent afterwards only as a hint for lag.
 */
final class BatchProcessor<T> implements BatchAcknowledgingConsumerAwareMessageListener<String, byte[]> {

    private static final Logger LOG = LoggerFactory.getLogger(BatchProcessor.class);

    private final Subscription<T> subscription;
    private final OffsetStore offsets;
    private final BatchFold<T> fold;
    private final TransactionOperations transaction;
    private final KafkaTopics topics;
    private final StreamProperties properties;
    private final StreamMetrics metrics;

    /** Where this thread stands; touched by no other thread. */
    private final Map<Integer, Long> positions = new HashMap<>();

    private @Nullable String topicId;
    private int failures;

    BatchProcessor(
            Subscription<T> subscription,
            OffsetStore offsets,
            BatchFold<T> fold,
            TransactionOperations transaction,
            KafkaTopics topics,
            StreamProperties properties,
            StreamMetrics metrics) {
        this.subscription = subscription;
        this.offsets = offsets;
        this.fold = fold;
        this.transaction = transaction;
        this.topics = topics;
        this.properties = properties;
        this.metrics = metrics;
    }

    /** Seeks to the offsets in Postgres. Where that fails, the first batch finds no position and seeks then. */
    void assigned(Consumer<?, ?> consumer, List<Integer> partitions) {
        partitions.forEach(positions::remove);
        topicId = null;
        try {
            Map<Integer, Long> stored = Objects.requireNonNull(transaction.execute(
                    status -> offsets.lock(subscription.group(), subscription.topic(), topicId(), partitions)));
            stored.forEach((partition, offset) -> seek(consumer, partition, offset));
        } catch (RuntimeException e) {
            LOG.warn("{} could not read its offsets yet: {}", subscription.group(), e.toString());
        }
    }

    void revoked(List<Integer> partitions) {
        partitions.forEach(positions::remove);
    }

    @Override
    public void onMessage(
            List<ConsumerRecord<String, byte[]>> batch,
            @Nullable Acknowledgment acknowledgment,
            @Nullable Consumer<?, ?> consumer) {
        Consumer<?, ?> kafka = Objects.requireNonNull(consumer);
        Acknowledgment hint = Objects.requireNonNull(acknowledgment);
        long start = System.nanoTime();
        try {
            Progress progress = Objects.requireNonNull(transaction.execute(status -> process(batch)));
            positions.putAll(progress.advanced());
            progress.displaced().forEach((partition, offset) -> {
                LOG.warn(
                        "{} was displaced on {}-{}: going on at {}",
                        subscription.group(),
                        subscription.topic(),
                        partition,
                        offset);
                seek(kafka, partition, offset);
            });
            failures = 0;
            metrics.batch(batch.size(), Duration.ofNanos(System.nanoTime() - start));
            hint.acknowledge();
        } catch (RuntimeException e) {
            if (!TransientFailures.isTransient(e)) {
                LOG.error("{} failed on a whole batch; it is tried again", subscription.group(), e);
            }
            Duration pause = pause();
            LOG.warn("{} pauses {} ms: {}", subscription.group(), pause.toMillis(), e.toString());
            metrics.retried();
            hint.nack(0, pause);
        }
    }

    private Progress process(List<ConsumerRecord<String, byte[]>> batch) {
        String id = topicId();
        Map<Integer, Long> stored = offsets.lock(
                subscription.group(),
                subscription.topic(),
                id,
                batch.stream().map(ConsumerRecord::partition).collect(Collectors.toCollection(TreeSet::new)));
        List<ConsumerRecord<String, byte[]>> ours = new ArrayList<>(batch.size());
        Map<Integer, Long> advanced = new HashMap<>();
        Map<Integer, Long> displaced = new HashMap<>();
        for (ConsumerRecord<String, byte[]> entry : batch) {
            int partition = entry.partition();
            long offset = stored.getOrDefault(partition, 0L);
            Long position = positions.get(partition);
            if (position == null || position != offset || entry.offset() < offset) {
                displaced.put(partition, offset);
            } else {
                ours.add(entry);
                advanced.put(partition, entry.offset() + 1);
            }
        }
        displaced.keySet().forEach(advanced::remove);
        ours.removeIf(entry -> displaced.containsKey(entry.partition()));
        if (!ours.isEmpty()) {
            fold.apply(ours);
            offsets.advance(subscription.group(), id, advanced);
        }
        return new Progress(advanced, displaced);
    }

    private String topicId() {
        String id = topicId;
        if (id == null) {
            id = topics.idOf(subscription.topic());
            topicId = id;
        }
        return id;
    }

    private void seek(Consumer<?, ?> consumer, int partition, long offset) {
        consumer.seek(new TopicPartition(subscription.topic(), partition), offset);
        positions.put(partition, offset);
    }

    private Duration pause() {
        long doubled = properties.retryBackoff().toMillis() << Math.min(failures++, 16);
        return Duration.ofMillis(Math.min(doubled, properties.retryBackoffMax().toMillis()));
    }

    /** Where the partitions stand after a batch: those it moved, and those that somebody else had moved. */
    private record Progress(Map<Integer, Long> advanced, Map<Integer, Long> displaced) {}
}
