package io.perennial.deploy.local.process;

import java.time.Duration;

/** A span of waiting that ends. */
public final class Patience {

    private final long until;

    public Patience(Duration span) {
        until = System.nanoTime() + span.toNanos();
    }

    public boolean isOver() {
        return System.nanoTime() - until > 0;
    }

    /** Sleeps; an interrupt ends the waiting with an exception and stays set. */
    public static void sleep(Duration span) {
        try {
            Thread.sleep(span);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting", e);
        }
    }
}
