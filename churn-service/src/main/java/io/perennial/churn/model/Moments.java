package io.perennial.churn.model;

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
        for (double[] row : rows) {
            for (int column = 0; column < columns; column++) {
                boolean present = !Double.isNaN(row[column]);
                moments.counts[column] += present ? 1 : 0;
                moments.means[column] += present ? row[column] : 0;
            }
        }
        for (int column = 0; column < columns; column++) {
            moments.means[column] /= Math.max(1, moments.counts[column]);
        }
        for (double[] row : rows) {
            for (int column = 0; column < columns; column++) {
                double distance = row[column] - moments.means[column];
                moments.squares[column] += Double.isNaN(distance) ? 0 : distance * distance;
            }
        }
        return moments;
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
