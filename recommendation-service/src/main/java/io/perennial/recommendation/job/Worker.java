package io.perennial.recommendation.job;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A thread of its own for one kind of long work, so that it delays nothing else; what comes while it works is dropped. */
public final class Worker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

    private final String name;
    private final ExecutorService thread;
    private final AtomicBoolean busy = new AtomicBoolean();

    public Worker(String name) {
        this.name = name;
        this.thread = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name(name).factory());
    }

    /** Does the work unless some is being done; a failure is logged, for the schedule asks again. */
    public void offer(Runnable work) {
        if (busy.compareAndSet(false, true)) {
            thread.execute(() -> {
                try {
                    work.run();
                } catch (RuntimeException e) {
                    LOG.error("{} failed; it is tried again", name, e);
                } finally {
                    busy.set(false);
                }
            });
        }
    }

    /** Interrupts what is being done. */
    @Override
    public void close() {
        thread.shutdownNow();
    }
}
