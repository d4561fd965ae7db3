package io.perennial.deploy.bench.serving;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** New models for the service again and again, until it is closed. */
final class ModelSwaps implements AutoCloseable {

    private static final Duration INTERVAL = Duration.ofSeconds(5);

    private final AtomicInteger swaps = new AtomicInteger();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("swaps").factory());

    ModelSwaps(RecommendationTables tables) {
        var _ = thread.scheduleAtFixedRate(
                () -> {
                    tables.swapModels();
                    swaps.incrementAndGet();
                },
                0,
                INTERVAL.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    /** How many there were so far. */
    int count() {
        return swaps.get();
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
