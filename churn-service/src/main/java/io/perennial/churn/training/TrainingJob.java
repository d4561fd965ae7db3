package io.perennial.churn.training;

import io.perennial.churn.label.Target;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A training that was asked for.
 *
 * @param target what the model is to foretell
 * @param horizonDays null: until the training has found the shop's own
 * @param asOf up to when the world is looked at
 * @param model id of what came of it
 * @param reason slug of why nothing was published
 */
record TrainingJob(
        UUID id,
        Target target,
        State state,
        Cause cause,
        @Nullable Integer horizonDays,
        Instant asOf,
        Instant requestedAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable String model,
        @Nullable String reason,
        @Nullable String detail) {

    /** How far it is. */
    enum State {
        QUEUED,
        RUNNING,
        PUBLISHED,
        /** A model came of it, which does not serve. */
        CHALLENGER,
        REFUSED,
        FAILED;

        String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Who asked. */
    enum Cause {
        REQUEST,
        SCHEDULE,
        /** The watch saw drift. */
        DRIFT;

        String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
