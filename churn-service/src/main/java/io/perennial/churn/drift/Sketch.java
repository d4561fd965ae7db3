package io.perennial.churn.drift;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A sample in bins of about equal mass: compact enough to be kept with a model, and all that PSI and KS need.
 *
 * @param edges ascending; bin {@code i} holds what is above edge {@code i − 1} and at most edge {@code i}, the last the rest
 * @param counts of each bin, one more than edges
 * @param missing values that were NaN
 */
public record Sketch(List<Double> edges, List<Long> counts, long missing) {

    /** At most so many bins; a value of great mass has one of its own. */
    public static Sketch of(double[] values, int bins) {
        double[] present = Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        List<Double> edges = new ArrayList<>();
        for (int bin = 1; bin < bins && present.length > 0; bin++) {
            double edge = present[(int) ((long) bin * present.length / bins)];
            boolean above = edges.isEmpty() || edge > edges.getLast();
            if (above && edge < present[present.length - 1]) {
                edges.add(edge);
            }
        }
        return new Sketch(List.copyOf(edges), List.of(), 0).with(values);
    }

    /** Other values in the same bins. */
    Sketch with(double[] values) {
        Long[] counts = new Long[edges.size() + 1];
        Arrays.fill(counts, 0L);
        long missing = 0;
        for (double value : values) {
            if (Double.isNaN(value)) {
                missing++;
            } else {
                counts[bin(value)]++;
            }
        }
        return new Sketch(edges, List.of(counts), missing);
    }

    long total() {
        return missing + counts.stream().mapToLong(Long::longValue).sum();
    }

    private int bin(double value) {
        int low = 0;
        int high = edges.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (value <= edges.get(middle)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
