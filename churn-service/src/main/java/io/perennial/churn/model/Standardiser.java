package io.perennial.churn.model;

import java.util.Arrays;
import java.util.Collection;

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

    /** Fits it on rows of equal length; two passes, in the rows' order. */
    public static Standardiser fit(Collection<double[]> rows, int columns) {
        double[] means = new double[columns];
        long[] counts = new long[columns];
        for (double[] row : rows) {
            for (int column = 0; column < columns; column++) {
                if (!Double.isNaN(row[column])) {
                    means[column] += row[column];
                    counts[column]++;
                }
            }
        }
        for (int column = 0; column < columns; column++) {
            means[column] = counts[column] == 0 ? 0 : means[column] / counts[column];
        }
        double[] scales = new double[columns];
        for (double[] row : rows) {
            for (int column = 0; column < columns; column++) {
                double distance = Double.isNaN(row[column]) ? 0 : row[column] - means[column];
                scales[column] += distance * distance;
            }
        }
        for (int column = 0; column < columns; column++) {
            double deviation = counts[column] == 0 ? 0 : Math.sqrt(scales[column] / counts[column]);
            scales[column] = deviation < 1e-9 ? 1 : deviation;
        }
        return new Standardiser(means, scales);
    }

    public double apply(int column, double value) {
        return Double.isNaN(value) ? 0 : (value - means[column]) / scales[column];
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
