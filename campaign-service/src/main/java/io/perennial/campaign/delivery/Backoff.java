package io.perennial.campaign.delivery;

import java.time.Duration;

/** How long to wait after a failed attempt: doubling from {@code first} to {@code longest}. */
record Backoff(Duration first, Duration longest) {

    /** @param attempts made so far, from 1 */
    Duration after(int attempts) {
        Duration wait = first;
        for (int i = 1; i < attempts && wait.compareTo(longest) < 0; i++) {
            wait = wait.multipliedBy(2);
        }
        return wait.compareTo(longest) < 0 ? wait : longest;
    }
}
