package io.perennial.churn.evaluation;

import java.util.Arrays;

/** An estimate with its 95 % interval. */
public record Interval(double value, double low, double high) {

    /** The middle 95 % of what resampling gave; resamples that gave no number do not count. */
    static Interval percentile(double value, double[] resampled) {
        double[] sorted =
                Arrays.stream(resampled).filter(x -> !Double.isNaN(x)).sorted().toArray();
        if (sorted.length == 0) {
            return new Interval(value, Double.NaN, Double.NaN);
        }
        int last = sorted.length - 1;
        return new Interval(value, sorted[(int) Math.round(0.025 * last)], sorted[(int) Math.round(0.975 * last)]);
    }
}
