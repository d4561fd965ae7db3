package io.perennial.deploy.bench.suite;

import io.perennial.deploy.bench.report.CannotMeasure;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Other shoppers, who look at products meanwhile: so many events a second in small batches, as clients send them. */
final class Background implements AutoCloseable {

    private static final int BATCH = 10;
    private static final int SHOPPERS = 2_000;

    private final Shop shop;
    private final Products products;
    private final long pause;
    private final Random random = new Random(17);
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
    private final AtomicLong sent = new AtomicLong();
    private final long started = System.nanoTime();
    private final Thread thread;

    Background(Shop shop, Products products, int rate) {
        this.shop = shop;
        this.products = products;
        this.pause = 1_000_000_000L * BATCH / rate;
        this.thread = Thread.ofPlatform().daemon().name("background").start(this::go);
    }

    /** Events a second it has really come to. */
    double rate() {
        var failed = failure.get();
        if (failed != null) {
            throw new CannotMeasure("the background load broke off: " + failed.getMessage(), failed);
        }
        return sent.get() / ((System.nanoTime() - started) / 1e9);
    }

    private void go() {
        try {
            for (var at = started; !Thread.currentThread().isInterrupted(); at += pause) {
                LockSupport.parkNanos(at - System.nanoTime());
                shop.collect("batch", batch());
                sent.addAndGet(BATCH);
            }
        } catch (RuntimeException e) {
            if (!Thread.currentThread().isInterrupted()) {
                failure.set(e);
            }
        }
    }

    private String batch() {
        var batch = new StringBuilder("{\"batch\":[");
        for (var i = 0; i < BATCH; i++) {
            batch.append(i == 0 ? "" : ",").append("""
                    {"type":"track","event":"Product Viewed","userId":"background-%d","properties":{"product_id":"%s"}}""".formatted(random.nextInt(SHOPPERS), products.any(random)));
        }
        return batch.append("]}").toString();
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
