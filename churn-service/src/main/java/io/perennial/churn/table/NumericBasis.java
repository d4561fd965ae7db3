package io.perennial.churn.table;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How a quantity enters a linear model: on a logarithmic scale where it is skewed, as a natural cubic spline (Hastie, Tibshirani
 * and Friedman 2009, §5.2.1) with knots at its quantiles, with a column of their own for a value that many share and for missing; a
 * quantity of few whole values also as levels.
 */
final class NumericBasis {

    private static final int KNOTS = 6;
    private static final int FEW = 24;
    private static final double SKEWED = 1.5;
    private static final double MASS = 0.1;
    private static final int RARE = 10;
    private static final int LOOKED_AT = 5_000;

    private final double low;
    private final double high;
    private final double unit;
    private final double[] knots;
    private final double[] levels;
    private final boolean missing;
    /** What of the earlier spline columns is taken from each, so that on the training's rows they are uncorrelated. */
    private double[][] shares = new double[0][];

    private NumericBasis(double low, double high, double unit, double[] knots, double[] levels, boolean missing) {
        this.low = low;
        this.high = high;
        this.unit = unit;
        this.knots = knots;
        this.levels = levels;
        this.missing = missing;
    }

    /** Fitted to the values of the training; null where they are all one. */
    static @Nullable NumericBasis fit(double[] values) {
        double[] sorted = Quantiles.sorted(values);
        if (sorted.length == 0) {
            return null;
        }
        boolean missing = sorted.length < values.length;
        double low = sorted[0];
        double high = sorted[sorted.length - 1];
        if (low == high && !missing) {
            return null;
        }
        double unit = skewed(sorted) ? typical(sorted) : 0;
        double[] distinct = Arrays.stream(sorted).distinct().toArray();
        double[] levels = levels(sorted, distinct);
        NumericBasis basis = new NumericBasis(low, high, unit, knots(sorted, unit), levels, missing);
        basis.shares = basis.orthogonal(sorted);
        return basis;
    }

    /** Gram and Schmidt's shares over quantiles of the training, so that the penalty meets each direction alone. */
    private double[][] orthogonal(double[] sorted) {
        int rows = Math.min(sorted.length, LOOKED_AT);
        double[][] columns = new double[splines()][rows];
        double[] raw = new double[size()];
        for (int row = 0; row < rows; row++) {
            spline(sorted[(int) ((long) row * sorted.length / rows)], raw, 0);
            for (int column = 0; column < columns.length; column++) {
                columns[column][row] = raw[column];
            }
        }
        double[][] found = new double[columns.length][];
        for (int column = 0; column < columns.length; column++) {
            center(columns[column]);
            found[column] = new double[column];
            for (int earlier = 0; earlier < column; earlier++) {
                double square = dot(columns[earlier], columns[earlier]);
                double share = square > 0 ? dot(columns[column], columns[earlier]) / square : 0;
                found[column][earlier] = share;
                for (int row = 0; row < rows; row++) {
                    columns[column][row] -= share * columns[earlier][row];
                }
            }
        }
        return found;
    }

    private static void center(double[] values) {
        double mean = Arrays.stream(values).average().orElse(0);
        Arrays.setAll(values, i -> values[i] - mean);
    }

    private static double dot(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    private int splines() {
        return 1 + Math.max(0, knots.length - 2);
    }

    int size() {
        return splines() + levels.length + (missing ? 1 : 0);
    }

    /** Whether a column of the basis is yes or no. */
    boolean binary(int column) {
        return column >= splines();
    }

    /** Writes the value's columns; all but the missing one are NaN, to become their means, where it is missing. */
    void fill(double value, double[] into, int from) {
        if (Double.isNaN(value)) {
            Arrays.fill(into, from, from + size(), Double.NaN);
            Arrays.fill(into, from + size() - levels.length - (missing ? 1 : 0), from + size(), 0);
            if (missing) {
                into[from + size() - 1] = 1;
            }
            return;
        }
        spline(value, into, from);
        for (int column = 1; column < shares.length; column++) {
            for (int earlier = 0; earlier < column; earlier++) {
                into[from + column] -= shares[column][earlier] * into[from + earlier];
            }
        }
        int at = from + splines();
        for (double level : levels) {
            into[at++] = value == level ? 1 : 0;
        }
        if (missing) {
            into[at] = 0;
        }
    }

    private void spline(double value, double[] into, int from) {
        double x = scaled(Math.clamp(value, low, high), unit);
        into[from] = x;
        for (int k = 0; k < knots.length - 2; k++) {
            into[from + 1 + k] = natural(x, k) - natural(x, knots.length - 2);
        }
    }

    private double natural(double x, int k) {
        double last = knots[knots.length - 1];
        return (cube(x - knots[k]) - cube(x - last)) / (last - knots[k]);
    }

    private static double cube(double x) {
        return x <= 0 ? 0 : x * x * x;
    }

    private static double scaled(double x, double unit) {
        if (unit == 0) {
            return x;
        }
        double y = x / unit;
        return Math.copySign(Math.log1p(Math.abs(y)), y);
    }

    private static double[] knots(double[] sorted, double unit) {
        double[] knots = new double[KNOTS];
        // Of a value that many share the others' quantiles say more than all of them.
        double[] others = Arrays.stream(sorted).distinct().count() > FEW ? withoutMass(sorted) : sorted;
        for (int i = 0; i < KNOTS; i++) {
            knots[i] = scaled(Quantiles.at(others, 0.03 + 0.94 * i / (KNOTS - 1)), unit);
        }
        double[] distinct = Arrays.stream(knots).distinct().toArray();
        return distinct.length < 3 ? new double[0] : distinct;
    }

    private static double[] withoutMass(double[] sorted) {
        double[] mass = levels(sorted, new double[FEW + 1]);
        return mass.length == 0
                ? sorted
                : Arrays.stream(sorted)
                        .filter(value -> Arrays.binarySearch(mass, value) < 0)
                        .toArray();
    }

    private static double[] levels(double[] sorted, double[] distinct) {
        boolean few = distinct.length <= FEW && Arrays.stream(distinct).allMatch(value -> value == Math.rint(value));
        if (distinct.length == 2) {
            return new double[0];
        }
        double fewest = few ? RARE : Math.max(RARE, MASS * sorted.length);
        return Arrays.stream(sorted)
                .distinct()
                .filter(value -> count(sorted, value) >= fewest)
                .toArray();
    }

    private static int count(double[] sorted, double value) {
        int at = Arrays.binarySearch(sorted, value);
        int from = at;
        int to = at;
        while (from > 0 && sorted[from - 1] == value) {
            from--;
        }
        while (to < sorted.length - 1 && sorted[to + 1] == value) {
            to++;
        }
        return to - from + 1;
    }

    private static boolean skewed(double[] sorted) {
        double mean = Arrays.stream(sorted).average().orElse(0);
        double square = 0;
        double cube = 0;
        for (double value : sorted) {
            double distance = value - mean;
            square += distance * distance;
            cube += distance * distance * distance;
        }
        double deviation = Math.sqrt(square / sorted.length);
        return deviation > 0 && Math.abs(cube / sorted.length) > SKEWED * deviation * deviation * deviation;
    }

    /** The median of what is not 0, without its sign. */
    private static double typical(double[] sorted) {
        double[] sizes = Arrays.stream(sorted)
                .filter(value -> value != 0)
                .map(Math::abs)
                .sorted()
                .toArray();
        return sizes.length == 0 ? 0 : sizes[sizes.length / 2];
    }
}
