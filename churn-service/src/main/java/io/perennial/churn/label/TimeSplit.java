package io.perennial.churn.label;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/**
 * When shoppers are asked about for training and evaluation. Answers need a horizon of future, and the training's must have been
 * known a gap before the evaluation begins; what comes in late has then come:
 *
 * <pre>
 * training │◀─ horizon: answers ─▶│◀ gap ▶│◀ window ▶│ evaluation │◀─ horizon: answers ─▶│◀ gap ▶│ as of
 * </pre>
 *
 * @param training times of the training, latest first
 * @param evaluation time of the evaluation
 * @param window how far before each of these times moments count; zero: only the time itself does
 */
public record TimeSplit(List<Instant> training, Instant evaluation, Duration window, Duration horizon) {

    /** When the first of all answers begins: what happened to a shopper before it touches none. */
    public Instant earliest() {
        return training.getLast().minus(window);
    }

    /** The latest split whose answers are all known at {@code asOf}. */
    public static TimeSplit endingAt(
            Instant asOf, Duration horizon, Duration gap, Duration window, int snapshots, Duration step) {
        Instant evaluation = asOf.minus(gap).minus(horizon);
        Instant latest = evaluation.minus(window).minus(gap).minus(horizon);
        return new TimeSplit(
                IntStream.range(0, snapshots)
                        .mapToObj(i -> latest.minus(step.multipliedBy(i)))
                        .toList(),
                evaluation,
                window,
                horizon);
    }
}
