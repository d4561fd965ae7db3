package io.perennial.churn.label;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/**
 * When features and labels of training and evaluation are taken. Labels need a horizon of future, and the training's must
 * have ended before the evaluation begins:
 *
 * <pre>
 * training snapshots │◀─ horizon: their labels ─▶│ evaluation │◀─ horizon: its labels ─▶│ as of
 * </pre>
 *
 * @param training as-of times of the training, latest first
 * @param evaluation as-of time of the evaluation
 */
public record TimeSplit(List<Instant> training, Instant evaluation, Duration horizon) {

    /** When the first of all labels begins: what happened to a shopper before it touches none. */
    public Instant earliest() {
        return training.getLast();
    }

    /** The latest split whose labels are all known at {@code asOf}. */
    public static TimeSplit endingAt(Instant asOf, Duration horizon, int snapshots, Duration step) {
        Instant evaluation = asOf.minus(horizon);
        Instant latest = evaluation.minus(horizon);
        return new TimeSplit(
                IntStream.range(0, snapshots)
                        .mapToObj(i -> latest.minus(step.multipliedBy(i)))
                        .toList(),
                evaluation,
                horizon);
    }
}
