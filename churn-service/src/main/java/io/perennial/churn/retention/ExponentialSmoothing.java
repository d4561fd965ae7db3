package io.perennial.churn.retention;

import io.perennial.churn.evaluation.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Simple exponential smoothing, {@code level += α (value − level)}, α by the least squared one-step error; its intervals widen with
 * {@code √(1 + (h − 1) α²)} (Hyndman, Koehler, Ord and Snyder 2008, ETS(A,N,N)).
 */
final class ExponentialSmoothing {

    private static final double Z_95 = 1.959964;

    private final double alpha;
    private final double level;
    private final double deviation;

    private ExponentialSmoothing(double alpha, double level, double deviation) {
        this.alpha = alpha;
        this.level = level;
        this.deviation = deviation;
    }

    /**
     * How the method did on this series: each value of the second half forecast from those before it.
     *
     * @param meanAbsoluteError of one step
     * @param naiveError of always saying the value before
     * @param coverage share of the values within their 95 % interval
     */
    record BackTest(int forecasts, double meanAbsoluteError, double naiveError, double coverage) {}

    /** Fits it; at least two values. */
    static ExponentialSmoothing fit(double[] values) {
        double bestAlpha = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int percent = 1; percent <= 100; percent++) {
            double squares = run(values, percent / 100.0)[1];
            if (squares < least) {
                least = squares;
                bestAlpha = percent / 100.0;
            }
        }
        return new ExponentialSmoothing(
                bestAlpha, run(values, bestAlpha)[0], Math.sqrt(least / Math.max(1, values.length - 2)));
    }

    /** The next so many values. */
    List<Interval> forecast(int steps) {
        List<Interval> forecasts = new ArrayList<>();
        for (int step = 1; step <= steps; step++) {
            double width = Z_95 * deviation * Math.sqrt(1 + (step - 1) * alpha * alpha);
            forecasts.add(new Interval(level, level - width, level + width));
        }
        return forecasts;
    }

    double alpha() {
        return alpha;
    }

    static BackTest backTest(double[] values) {
        double error = 0;
        double naive = 0;
        int covered = 0;
        int forecasts = 0;
        for (int next = Math.max(4, values.length / 2); next < values.length; next++) {
            Interval said = fit(Arrays.copyOf(values, next)).forecast(1).getFirst();
            error += Math.abs(values[next] - said.value());
            naive += Math.abs(values[next] - values[next - 1]);
            covered += values[next] >= said.low() && values[next] <= said.high() ? 1 : 0;
            forecasts++;
        }
        return forecasts == 0
                ? new BackTest(0, Double.NaN, Double.NaN, Double.NaN)
                : new BackTest(forecasts, error / forecasts, naive / forecasts, (double) covered / forecasts);
    }

    /** The last level and the sum of squared one-step errors; the first value is the first level. */
    private static double[] run(double[] values, double alpha) {
        double level = values[0];
        double squares = 0;
        for (int i = 1; i < values.length; i++) {
            double error = values[i] - level;
            squares += error * error;
            level += alpha * error;
        }
        return new double[] {level, squares};
    }
}
