package io.perennial.common.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What happens to a batch inside the transaction: decode, drop duplicates, hand over; or dead-letter one record. */
final class BatchFold<T> {

    private final Subscription<T> subscription;
    private final SeenStore seen;
    private final DeadLetters deadLetters;
    private final StreamMetrics metrics;

    BatchFold(Subscription<T> subscription, SeenStore seen, DeadLetters deadLetters, StreamMetrics metrics) {
        this.subscription = subscription;
        this.seen = seen;
        this.deadLetters = deadLetters;
        this.metrics = metrics;
    }

    /**
     * Hands the batch to the service.
     *
     * @throws RuntimeException what decoding or handling throws; the caller's transaction is then to be rolled back
     */
    void apply(List<ConsumerRecord<String, byte[]>> batch) {
        List<T> values = new ArrayList<>(batch.size());
        for (ConsumerRecord<String, byte[]> entry : batch) {
            values.add(subscription.decoder().decode(entry));
        }
        Function<T, String> dedupeKey = subscription.dedupeKey();
        List<T> fresh = dedupeKey == null ? values : withoutDuplicates(values, dedupeKey);
        if (!fresh.isEmpty()) {
            subscription.handler().handle(fresh);
        }
    }

    /** Puts a record aside; it is not remembered as seen, so that it can be sent again. */
    void deadLetter(ConsumerRecord<String, byte[]> entry, RuntimeException cause) {
        deadLetters.publish(subscription, entry, cause);
        metrics.deadLettered();
    }

    private List<T> withoutDuplicates(List<T> values, Function<T, String> dedupeKey) {
        List<UUID> keys = values.stream()
                .map(value -> SeenStore.key(subscription.group(), dedupeKey.apply(value)))
                .toList();
        Set<UUID> unseen = seen.markNew(keys);
        List<T> fresh = new ArrayList<>(unseen.size());
        for (int i = 0; i < values.size(); i++) {
            if (unseen.remove(keys.get(i))) {
                fresh.add(values.get(i));
            }
        }
        metrics.duplicates(values.size() - fresh.size());
        return fresh;
    }
}
