package io.perennial.deploy.bench.report;

import java.util.Arrays;
import java.util.Collection;

/** What was measured many times, from smallest to largest. */
public final class Quantiles {

    private final double[] sorted;

    private Quantiles(double[] sorted) {
        this.sorted = sorted;
    }

    /** Sorts a copy. @throws CannotMeasure of nothing */
    public static Quantiles of(Collection<Double> values) {
        if (values.isEmpty()) {
            throw new CannotMeasure("nothing was measured");
        }
        var sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return new Quantiles(sorted);
    }

    /** The smallest value that at least this share of all does not exceed. */
    public double at(double share) {
        var rank = (int) Math.ceil(share * sorted.length);
        return sorted[Math.clamp(rank - 1L, 0, sorted.length - 1)];
    }

    public double median() {
        return at(0.5);
    }

    public int count() {
        return sorted.length;
    }
}
