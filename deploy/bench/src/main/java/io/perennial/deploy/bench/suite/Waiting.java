package io.perennial.deploy.bench.suite;

import io.perennial.deploy.bench.report.CannotMeasure;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Lets time go by. */
public final class Waiting {

    private static final Duration PAUSE = Duration.ofMillis(250);

    private Waiting() {}

    public static void sleep(Duration duration) {
        try {
            TimeUnit.NANOSECONDS.sleep(duration.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotMeasure("interrupted", e);
        }
    }

    public static void until(String what, Duration within, BooleanSupplier wished) {
        var deadline = System.nanoTime() + within.toNanos();
        while (!wished.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new CannotMeasure("not within " + within.toSeconds() + " s: " + what);
            }
            sleep(PAUSE);
        }
    }
}
