package io.perennial.churn.learning;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Rows of numbers, each with what came true and how much it counts. */
public final class Sample {

    private final double[][] rows;
    private final boolean[] outcomes;
    private final double[] weights;
    private final double totalWeight;
    private final double baseRate;

    /** Every row counting once. */
    public Sample(double[][] rows, boolean[] outcomes) {
        this(rows, outcomes, ones(rows.length));
    }

    /**
     * The arrays are not copied and must not be changed afterwards.
     *
     * @param rows of equal length, at least one; NaN is missing
     * @param weights positive and finite
     * @throws IllegalArgumentException where the lengths differ, a value is infinite or a weight not positive; it says which
     */
    public Sample(double[][] rows, boolean[] outcomes, double[] weights) {
        if (rows.length == 0 || rows.length != outcomes.length || rows.length != weights.length) {
            throw new IllegalArgumentException("%d rows, %d outcomes and %d weights: they must be as many, and some"
                    .formatted(rows.length, outcomes.length, weights.length));
        }
        this.rows = rows;
        this.outcomes = outcomes;
        this.weights = weights;
        double sum = 0;
        double came = 0;
        for (int row = 0; row < rows.length; row++) {
            check(row);
            sum += weights[row];
            came += outcomes[row] ? weights[row] : 0;
        }
        totalWeight = sum;
        baseRate = came / sum;
    }

    private void check(int row) {
        if (rows[row].length != rows[0].length) {
            throw new IllegalArgumentException(
                    "row %d has %d columns, the first has %d".formatted(row, rows[row].length, rows[0].length));
        }
        for (int column = 0; column < rows[row].length; column++) {
            if (Double.isInfinite(rows[row][column])) {
                throw new IllegalArgumentException(
                        "row %d, column %d is infinite: bound it, or leave it missing (NaN)".formatted(row, column));
            }
        }
        if (!(weights[row] > 0 && weights[row] < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "the weight of row %d is %s: it must be positive", row, weights[row]));
        }
    }

    public int size() {
        return rows.length;
    }

    public int columns() {
        return rows[0].length;
    }

    /** Not to be changed. */
    public double[] row(int row) {
        return rows[row];
    }

    public boolean outcome(int row) {
        return outcomes[row];
    }

    public double weight(int row) {
        return weights[row];
    }

    public double totalWeight() {
        return totalWeight;
    }

    /** The weight of those it came true for over that of all. */
    public double baseRate() {
        return baseRate;
    }

    /** Whether outcomes of both kinds are there. */
    public boolean hasBothClasses() {
        double rate = baseRate();
        return rate > 0 && rate < 1;
    }

    /** The rows of the given numbers, in their order; a number may come twice. */
    public Sample subset(int[] numbers) {
        double[][] someRows = new double[numbers.length][];
        boolean[] someOutcomes = new boolean[numbers.length];
        double[] someWeights = new double[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            someRows[i] = rows[numbers[i]];
            someOutcomes[i] = outcomes[numbers[i]];
            someWeights[i] = weights[numbers[i]];
        }
        return new Sample(someRows, someOutcomes, someWeights);
    }

    /** The same rows, each class weighing half of all: for a rare outcome whose ranking matters more than its level. */
    public Sample balanced() {
        double rate = baseRate();
        double[] balanced = new double[weights.length];
        for (int row = 0; row < weights.length; row++) {
            balanced[row] = weights[row] * 0.5 / (outcomes[row] ? rate : 1 - rate);
        }
        return new Sample(rows, outcomes, balanced);
    }

    /** The rows, for what is fitted on them. */
    public List<double[]> rows() {
        return List.of(rows);
    }

    private static double[] ones(int length) {
        double[] ones = new double[length];
        Arrays.fill(ones, 1);
        return ones;
    }
}
