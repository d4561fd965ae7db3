package io.perennial.churn.model;

import java.util.Arrays;
import java.util.List;

/**
 * How many values each column has, their mean and the sum of their squared distances from it: of some rows, and of those of two
 * parts together (Chan, Golub and LeVeque 1983).
 */
final class Moments {

    /** Few enough to be read twice from the cache. */
    static final int ROWS = 512;

    private final double[] counts;
    private final double[] means;
    private final double[] squares;

    Moments(int columns) {
        counts = new double[columns];
        means = new double[columns];
        squares = new double[columns];
    }

    /** NaN is no value. */
    static Moments of(List<double[]> rows, int columns) {
        Moments moments = new Moments(columns);
        Arrays.fill(moments.counts, rows.size());
        for (double[] row : rows) {
            for (int column = 0; column < columns; column++) {
                moments.means[column] += row[column];
            }
        }
        for (int column = 0; column < columns; column++) {
            moments.means[column] /= Math.max(1, rows.size());
        }
        for (double[] row : rows) {
            for (int column = 0; column < columns; column++) {
                double distance = row[column] - moments.means[column];
                moments.squares[column] += distance * distance;
            }
        }
        for (int column = 0; column < columns; column++) {
            if (Double.isNaN(moments.means[column])) {
                moments.ofPresent(rows, column);
            }
        }
        return moments;
    }

    /** A column with gaps, apart, so that the loops over those without run on several columns at once. */
    private void ofPresent(List<double[]> rows, int column) {
        double[] present = rows.stream()
                .mapToDouble(row -> row[column])
                .filter(value -> !Double.isNaN(value))
                .toArray();
        counts[column] = present.length;
        double sum = 0;
        for (double value : present) {
            sum += value;
        }
        means[column] = sum / Math.max(1, present.length);
        squares[column] = 0;
        for (double value : present) {
            squares[column] += (value - means[column]) * (value - means[column]);
        }
    }

    /** Of the rows of both. */
    Moments and(Moments other) {
        Moments both = new Moments(counts.length);
        for (int column = 0; column < counts.length; column++) {
            double count = counts[column] + other.counts[column];
            double distance = other.means[column] - means[column];
            double share = count == 0 ? 0 : other.counts[column] / count;
            both.counts[column] = count;
            both.means[column] = means[column] + distance * share;
            both.squares[column] =
                    squares[column] + other.squares[column] + distance * distance * counts[column] * share;
        }
        return both;
    }

    /** 0 where there is no value. */
    double[] means() {
        return means.clone();
    }

    /** Standard deviation; 0 where there is no value. */
    double deviation(int column) {
        return Math.sqrt(squares[column] / Math.max(1, counts[column]));
    }
}
