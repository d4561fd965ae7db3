package io.perennial.common.stream;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
        Acknowledgment hint = Objects.requireNonNull(acknowledgment);
        long start = System.nanoTime();
        int handled = 0;
        try {
            handled = handle(batch);
            failures = 0;
            metrics.batch(handled, Duration.ofNanos(System.nanoTime() - start));
            if (handled == batch.size()) {
                hint.acknowledge();
            } else {
                seekToPositions(Objects.requireNonNull(consumer), batch);
            }
        } catch (RuntimeException e) {
            if (!TransientFailures.isTransient(e)) {
                LOG.error("{} could not even dead-letter", subscription.group(), e);
            }
            Duration pause = pause();
            LOG.warn("{} pauses {} ms: {}", subscription.group(), pause.toMillis(), e.toString());
            metrics.retried();
            hint.nack(0, pause);
        }
    }

    /**
     * Handles a batch in one transaction; where that fails for good, in halves, until the record that cannot be handled
     * stands alone and is dead-lettered.
     *
     * @return how many of its first records are done: fewer than all where this thread was displaced
     */
    private int handle(List<ConsumerRecord<String, byte[]>> batch) {
        try {
            return inTransaction(batch, fold::apply);
        } catch (RuntimeException e) {
            if (TransientFailures.isTransient(e)) {
                throw e;
            }
            if (batch.size() == 1) {
                return inTransaction(batch, entries -> fold.deadLetter(entries.getFirst(), e));
            }
            int half = batch.size() / 2;
            int handled = handle(batch.subList(0, half));
            return handled < half ? handled : half + handle(batch.subList(half, batch.size()));
        }
    }

    /** All of the batch, its effect and its offsets, or nothing; zero where somebody else has moved an offset. */
    private int inTransaction(
            List<ConsumerRecord<String, byte[]>> batch, BatchHandler<ConsumerRecord<String, byte[]>> effect) {
        Map<Integer, Long> next = new HashMap<>();
        batch.forEach(entry -> next.put(entry.partition(), entry.offset() + 1));
        Map<Integer, Long> stored = Objects.requireNonNull(transaction.execute(status -> {
            Map<Integer, Long> standing =
                    offsets.lock(subscription.group(), subscription.topic(), topicId(), new TreeSet<>(next.keySet()));
            if (stands(standing, batch)) {
                effect.handle(batch);
                offsets.advance(subscription.group(), topicId(), next);
                return next;
            }
            return standing;
        }));
        positions.putAll(stored);
        return stored.equals(next) ? batch.size() : 0;
    }

    /** Whether the offsets in Postgres are those this thread has read up to. */
    private boolean stands(Map<Integer, Long> standing, List<ConsumerRecord<String, byte[]>> batch) {
        return standing.entrySet().stream().allMatch(entry -> entry.getValue().equals(positions.get(entry.getKey())))
                && batch.stream().allMatch(entry -> entry.offset() >= standing.getOrDefault(entry.partition(), 0L));
    }

    private void seekToPositions(Consumer<?, ?> consumer, List<ConsumerRecord<String, byte[]>> batch) {
        Set<Integer> partitions =
                batch.stream().map(ConsumerRecord::partition).collect(Collectors.toCollection(TreeSet::new));
        for (int partition : partitions) {
            long offset = positions.getOrDefault(partition, 0L);
            LOG.warn("{} goes on at {}-{} offset {}", subscription.group(), subscription.topic(), partition, offset);
            seek(consumer, partition, offset);
        }
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
}
