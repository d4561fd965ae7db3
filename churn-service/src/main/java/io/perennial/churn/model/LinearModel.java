package io.perennial.churn.model;

import io.perennial.churn.evaluation.PlattScaling;
import java.util.Arrays;
import java.util.List;

/**
 * Log-odds of an outcome as an intercept plus a weight times the standardised value of each column. Whoever trained it, this is
 * all that serves.
 */
public final class LinearModel {

    private final Standardiser standardiser;
    private final double[] weights;
    private final double intercept;

    public LinearModel(Standardiser standardiser, double[] weights, double intercept) {
        if (weights.length != standardiser.means().length) {
            throw new IllegalArgumentException("a weight for each column, please");
        }
        if (!Double.isFinite(intercept) || !Arrays.stream(weights).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("training did not converge: a weight is not finite");
        }
        this.standardiser = standardiser;
        this.weights = weights.clone();
        this.intercept = intercept;
    }

    /** The log-odds of an average shopper: what the contributions start from. */
    public double intercept() {
        return intercept;
    }

    /** Of the standardised columns. */
    public double[] weights() {
        return weights.clone();
    }

    /** A column's value in standard deviations from its mean; 0 where missing. */
    public double standard(int column, double value) {
        return standardiser.apply(column, value);
    }

    /** What a column's value adds to the log-odds. */
    public double contribution(int column, double value) {
        return weights[column] * standardiser.apply(column, value);
    }

    /** What one unit of a column, not standardised, adds to the log-odds. */
    public double slope(int column) {
        return weights[column] / standardiser.scale(column);
    }

    public double logOdds(double[] columns) {
        double sum = intercept;
        for (int column = 0; column < columns.length; column++) {
            sum += contribution(column, columns[column]);
        }
        return sum;
    }

    /** The same model with its log-odds mapped; contributions still sum. */
    public LinearModel recalibrated(PlattScaling scaling) {
        return new LinearModel(
                standardiser,
                Arrays.stream(weights).map(weight -> weight * scaling.slope()).toArray(),
                scaling.apply(intercept));
    }

    /** Its portable form. */
    public Coefficients coefficients(List<String> columns) {
        return new Coefficients(
                List.copyOf(columns),
                boxed(standardiser.means()),
                boxed(standardiser.scales()),
                boxed(weights),
                intercept);
    }

    /**
     * The model as JSON carries it: {@code logOdds = intercept + Σ weight × (value − mean) / scale}, a missing value adding
     * nothing.
     */
    public record Coefficients(
            List<String> columns, List<Double> means, List<Double> scales, List<Double> weights, double intercept) {

        /**
         * The model to serve with.
         *
         * @throws IllegalArgumentException where it was made of other columns
         */
        public LinearModel model(List<String> expected) {
            if (!columns.equals(expected)) {
                throw new IllegalArgumentException("the model has other columns: " + columns);
            }
            return new LinearModel(new Standardiser(unboxed(means), unboxed(scales)), unboxed(weights), intercept);
        }
    }

    private static List<Double> boxed(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }

    private static double[] unboxed(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
