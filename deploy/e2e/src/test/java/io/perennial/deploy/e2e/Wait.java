package io.perennial.deploy.e2e;

import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Asks again until the answer is the wished one. */
final class Wait {

    private static final Duration PAUSE = Duration.ofMillis(200);

    private Wait() {}

    /** The first wished answer; fails with the latest other one when there has been none in time. */
    static <T> T until(String what, Duration within, Supplier<T> ask, Predicate<T> wished) {
        var deadline = System.nanoTime() + within.toNanos();
        while (true) {
            var answer = ask.get();
            if (wished.test(answer)) {
                return answer;
            }
            if (System.nanoTime() > deadline) {
                return fail("not within %s: %s; at last: %s", within, what, answer);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}
