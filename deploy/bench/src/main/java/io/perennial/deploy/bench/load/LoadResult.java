package io.perennial.deploy.bench.load;

import org.HdrHistogram.Histogram;

/**
 * What a crowd got within the window.
 *
 * @param failed answers that were no 200, or none
 * @param latency of each answer in microseconds
 */
public record LoadResult(long answered, long failed, double seconds, Histogram latency) {

    private static final double MICROS_IN_MILLI = 1_000;

    public double perSecond() {
        return answered / seconds;
    }

    /** Milliseconds within which so many of a hundred were answered. */
    public double millisecondsAt(double percentile) {
        return latency.getValueAtPercentile(percentile) / MICROS_IN_MILLI;
    }
}
