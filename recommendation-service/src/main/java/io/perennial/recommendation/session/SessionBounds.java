package io.perennial.recommendation.session;

import java.time.Duration;

/**
 * How much a session index holds. Memory at most about {@code sessions × (64 + 4 × mean length) + products × (120 + 4 ×
 * sessionsPerProduct)} bytes.
 *
 * @param sessions the newest so many
 * @param length clicks of a session, the newest
 * @param sessionsPerProduct sessions a product's list names, the newest
 * @param products different ones; clicks on more are left out
 * @param gap a click later than this after the one before begins a session
 */
public record SessionBounds(int sessions, int length, int sessionsPerProduct, int products, Duration gap) {

    public SessionBounds {
        if (sessions < 1 || length < 2 || sessionsPerProduct < 1 || products < 1 || gap.isNegative()) {
            throw new IllegalArgumentException("bounds are at least 1, a session's length at least 2");
        }
    }
}
