package io.perennial.deploy.bench.suite;

import io.perennial.deploy.bench.report.CannotMeasure;
import io.perennial.deploy.bench.report.Quantiles;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Measures how long something takes to be seen: probes begin at fixed times, however long the ones before take, and each is
 * timed from when it should have begun.
 */
final class Probes {

    private static final Duration POLL = Duration.ofMillis(20);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Duration window;
    private final Duration pause;

    Probes(Duration window, Duration pause) {
        this.window = window;
        this.pause = pause;
    }

    /** Milliseconds until {@code seen}, after {@code act}, of each numbered probe. */
    Quantiles measure(IntConsumer act, IntPredicate seen) {
        var count = (int) (window.toNanos() / pause.toNanos());
        var left = new CountDownLatch(count);
        var took = new ConcurrentLinkedQueue<Double>();
        var failure = new AtomicReference<@Nullable RuntimeException>();
        var started = System.nanoTime();
        for (var i = 0; i < count; i++) {
            var number = i;
            var due = started + i * pause.toNanos();
            LockSupport.parkNanos(due - System.nanoTime());
            Thread.ofVirtual().start(() -> {
                try {
                    took.add(one(number, due, act, seen));
                } catch (RuntimeException e) {
                    failure.compareAndSet(null, e);
                } finally {
                    left.countDown();
                }
            });
        }
        await(left);
        var failed = failure.get();
        if (failed != null) {
            throw new CannotMeasure("a probe failed: " + failed.getMessage(), failed);
        }
        return Quantiles.of(took);
    }

    private static double one(int number, long due, IntConsumer act, IntPredicate seen) {
        act.accept(number);
        while (!seen.test(number)) {
            if (System.nanoTime() - due > PATIENCE.toNanos()) {
                throw new CannotMeasure("probe " + number + " was not seen within " + PATIENCE.toSeconds() + " s");
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
        return (System.nanoTime() - due) / 1e6;
    }

    private static void await(CountDownLatch left) {
        try {
            left.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotMeasure("interrupted", e);
        }
    }
}
