package io.perennial.common.stream;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What happens to a batch inside the transaction: decode, drop duplicates, hand over, isolate what fails by halving, and
 * dead-letter it through the outbox.
 */
final class BatchFold<T> {

    private final Subscription<T> subscription;
    private final SeenStore seen;
    private final DeadLetters deadLetters;
    private final TransactionOperations savepoint;
    private final StreamMetrics metrics;

    /**
     * A fold.
     *
     * @param savepoint runs its callback in a nested transaction
     */
    BatchFold(
            Subscription<T> subscription,
            SeenStore seen,
            DeadLetters deadLetters,
            TransactionOperations savepoint,
            StreamMetrics metrics) {
        this.subscription = subscription;
        this.seen = seen;
        this.deadLetters = deadLetters;
        this.savepoint = savepoint;
        this.metrics = metrics;
    }

    void apply(List<ConsumerRecord<String, byte[]>> batch) {
        List<Poison> poison = new ArrayList<>();
        List<Item<T>> items = withoutDuplicates(decode(batch, poison));
        if (!items.isEmpty()) {
            handle(items, poison);
        }
        if (!poison.isEmpty()) {
            forget(poison);
            deadLetters.publish(subscription, poison);
            metrics.deadLettered(poison.size());
        }
    }

    private List<Item<T>> decode(List<ConsumerRecord<String, byte[]>> batch, List<Poison> poison) {
        List<Item<T>> items = new ArrayList<>(batch.size());
        Function<T, String> dedupeKey = subscription.dedupeKey();
        for (ConsumerRecord<String, byte[]> entry : batch) {
            try {
                T value = subscription.decoder().decode(entry);
                UUID key = dedupeKey == null ? null : SeenStore.key(subscription.group(), dedupeKey.apply(value));
                items.add(new Item<>(entry, value, key));
            } catch (RuntimeException e) {
                poison.add(new Poison(entry, null, e));
            }
        }
        return items;
    }

    private List<Item<T>> withoutDuplicates(List<Item<T>> items) {
        if (subscription.dedupeKey() == null || items.isEmpty()) {
            return items;
        }
        Set<UUID> fresh = seen.markNew(
                items.stream().map(Item::key).filter(Objects::nonNull).toList());
        List<Item<T>> kept = new ArrayList<>(fresh.size());
        for (Item<T> item : items) {
            if (item.key() != null && fresh.remove(item.key())) {
                kept.add(item);
            }
        }
        metrics.duplicates(items.size() - kept.size());
        return kept;
    }

    private void handle(List<Item<T>> items, List<Poison> poison) {
        try {
            savepoint.executeWithoutResult(status -> subscription
                    .handler()
                    .handle(items.stream().map(Item::value).toList()));
        } catch (RuntimeException e) {
            if (TransientFailures.isTransient(e)) {
                throw e;
            }
            if (items.size() == 1) {
                Item<T> item = items.getFirst();
                poison.add(new Poison(item.entry(), item.key(), e));
                return;
            }
            int half = items.size() / 2;
            handle(items.subList(0, half), poison);
            handle(items.subList(half, items.size()), poison);
        }
    }

    private void forget(List<Poison> poison) {
        Set<UUID> keys = new HashSet<>();
        poison.forEach(item -> {
            if (item.key() != null) {
                keys.add(item.key());
            }
        });
        if (!keys.isEmpty()) {
            seen.forget(keys);
        }
    }

    /** A decoded record and the key by which it is remembered. */
    private record Item<T>(
            ConsumerRecord<String, byte[]> entry,
            T value,
            @Nullable UUID key) {}

    /** A record that could not be handled, and why. */
    record Poison(
            ConsumerRecord<String, byte[]> entry, @Nullable UUID key, RuntimeException cause) {}
}
