package io.perennial.churn.scoring;

import java.util.Locale;

/** Why a score was written. Campaigns act on the first two: something happened, or time passed. */
public enum Cause {
    /** A live event of the shopper. */
    EVENT,
    /** Time passed: silence is the signal. */
    CLOCK,
    /** A new model, or a shopper's past that came only now: nothing happened in the shopper's life. */
    MODEL;

    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
