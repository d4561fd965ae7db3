package io.perennial.recommendation.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A training somebody asked for, or the schedule did, and what came of it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TrainingJob(
        UUID jobId,
        Kind kind,
        String cause,
        State state,
        Instant requestedAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable String detail) {

    /** What is trained: the models that take seconds; the blend, in a JVM of its own; rankers, from what was chosen of shelves. */
    enum Kind {
        MODELS,
        BLEND,
        RANKER;

        static Kind of(String wire) {
            return valueOf(wire.toUpperCase(Locale.ROOT));
        }

        @JsonValue
        String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** From waiting to one of three ends; refused means there was nothing to learn from. */
    enum State {
        QUEUED,
        RUNNING,
        SUCCEEDED,
        REFUSED,
        FAILED;

        static State of(String wire) {
            return valueOf(wire.toUpperCase(Locale.ROOT));
        }

        @JsonValue
        String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
