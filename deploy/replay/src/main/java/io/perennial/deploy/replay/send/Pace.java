package io.perennial.deploy.replay.send;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Lets time in the source go by so many times faster than on the clock. */
public final class Pace {

    private final double speed;
    private final long started = System.nanoTime();
    private @Nullable Instant first;

    private Pace(double speed) {
        this.speed = speed;
    }

    /** {@code speed} times real time, counted from the first moment asked for; infinity never waits. */
    public static Pace times(double speed) {
        return new Pace(speed);
    }

    /** How long to wait until it is {@code at}; zero if that is past. */
    public Duration until(Instant at) {
        if (Double.isInfinite(speed)) {
            return Duration.ZERO;
        }
        if (first == null) {
            first = at;
        }
        double due = Duration.between(first, at).toMillis() / speed;
        long passed = (System.nanoTime() - started) / 1_000_000;
        return Duration.ofMillis(Math.max(0, (long) due - passed));
    }
}
