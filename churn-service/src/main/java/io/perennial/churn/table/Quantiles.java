package io.perennial.churn.table;

import java.util.Arrays;

/** Quantiles of what is present. */
final class Quantiles {

    private Quantiles() {}

    /** At most {@code bins − 1} distinct values that cut what is present into bins of about the same size. */
    static double[] cuts(double[] values, int bins) {
        double[] sorted = sorted(values);
        if (sorted.length == 0) {
            return sorted;
        }
        double[] cuts = new double[bins - 1];
        for (int i = 1; i < bins; i++) {
            cuts[i - 1] = at(sorted, (double) i / bins);
        }
        return Arrays.stream(cuts).distinct().toArray();
    }

    /** How many cuts are below the value. */
    static int bin(double[] cuts, double value) {
        int at = Arrays.binarySearch(cuts, value);
        return at >= 0 ? at : -at - 1;
    }

    static double[] sorted(double[] values) {
        return Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
    }

    static double at(double[] sorted, double share) {
        return sorted[(int) Math.round(share * (sorted.length - 1))];
    }
}
