package io.perennial.churn.model;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One model taking over from another.
 *
 * @param previous who served before; null: nobody
 * @param actor who did it; of a training {@code training}
 */
record ChampionChange(Instant at, String model, @Nullable String previous, Cause cause, String actor, String reason) {

    /** What led to it. */
    enum Cause {
        /** It was better on the later window, or nobody served. */
        TRAINING,
        /** Somebody promoted it. */
        REQUEST,
        /** Somebody took the one after it back. */
        ROLLBACK;

        String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Cause ofWire(String name) {
            return valueOf(name.toUpperCase(Locale.ROOT));
        }
    }
}
