package io.perennial.common.stream;

import java.util.List;

/**
 * What a service does with a batch, inside the runtime's Postgres transaction: what it writes there, what it puts into
 * the {@link Outbox} and the offsets become durable together or not at all.
 *
 * <p>An exception isolates the record that causes it, by halving, and dead-letters it; a transient one (database or
 * broker away, deadlock) rolls everything back and the batch comes again.
 */
@FunctionalInterface
public interface BatchHandler<T> {

    /** Handles values in their order within each partition; never called with an empty batch. */
    void handle(List<T> batch);
}
