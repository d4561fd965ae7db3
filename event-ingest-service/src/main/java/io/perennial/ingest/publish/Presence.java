package io.perennial.ingest.publish;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Remembers that something we depend on is away, so that not every request waits for it in vain: for a pause nobody tries,
 * then one caller does while the others keep going without. Thread-safe.
 */
final class Presence {

    private static final long HERE = Long.MIN_VALUE;

    private final Clock clock;
    private final Duration pause;
    private final AtomicLong awayUntil = new AtomicLong(HERE);

    Presence(Clock clock, Duration pause) {
        this.clock = clock;
        this.pause = pause;
    }

    /** Whether to try: always while it is here; while it is away, once in a pause. */
    boolean mayTry() {
        long until = awayUntil.get();
        long now = clock.millis();
        return until == HERE || (now >= until && awayUntil.compareAndSet(until, now + pause.toMillis()));
    }

    void here() {
        awayUntil.set(HERE);
    }

    void away() {
        awayUntil.set(clock.millis() + pause.toMillis());
    }

    boolean isHere() {
        return awayUntil.get() == HERE;
    }
}
