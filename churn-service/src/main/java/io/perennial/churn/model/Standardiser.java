package io.perennial.churn.model;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Brings columns to mean 0 and standard deviation 1 of the present values it was fitted on; what is missing becomes 0, the
 * average. A column without spread keeps its scale.
 */
public final class Standardiser {

    private final double[] means;
    private final double[] scales;

    /** As given; a scale must not be 0. */
    public Standardiser(double[] means, double[] scales) {
        this.means = means.clone();
        this.scales = scales.clone();
    }

    /** Fits it on rows of equal length; the same rows in the same order give the same bits on any number of cores. */
    public static Standardiser fit(List<double[]> rows, int columns) {
        int parts = (rows.size() + Moments.ROWS - 1) / Moments.ROWS;
        List<Moments> each = IntStream.range(0, parts)
                .parallel()
                .mapToObj(part -> Moments.of(
                        rows.subList(part * Moments.ROWS, Math.min(rows.size(), (part + 1) * Moments.ROWS)), columns))
                .toList();
        Moments all = new Moments(columns);
        for (Moments part : each) {
            all = all.and(part);
        }
        double[] scales = new double[columns];
        for (int column = 0; column < columns; column++) {
            double deviation = all.deviation(column);
            scales[column] = deviation < 1e-9 ? 1 : deviation;
        }
        return new Standardiser(all.means(), scales);
    }

    public double apply(int column, double value) {
        return Double.isNaN(value) ? 0 : (value - means[column]) / scales[column];
    }

    /** What one unit of the standardised column is; never 0. */
    double scale(int column) {
        return scales[column];
    }

    public double[] apply(double[] row) {
        double[] standard = new double[row.length];
        for (int column = 0; column < row.length; column++) {
            standard[column] = apply(column, row[column]);
        }
        return standard;
    }

    /** Of each column what is present. */
    public double[] means() {
        return Arrays.copyOf(means, means.length);
    }

    /** What one unit of each standardised column is; never 0. */
    public double[] scales() {
        return Arrays.copyOf(scales, scales.length);
    }
}
