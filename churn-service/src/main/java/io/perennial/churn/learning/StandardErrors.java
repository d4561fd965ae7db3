package io.perennial.churn.learning;

import io.perennial.churn.evaluation.Predictions;
import io.perennial.churn.model.LinearModel;

/**
 * How far a weight may be off by chance, although rows of one shopper are alike: the cluster-robust sandwich (Liang and Zeger 1986), with
 * the penalty's curvature in its bread.
 */
public final class StandardErrors {

    private StandardErrors() {}

    /**
     * Of each weight of the standardised columns; 0 of a column that is always the same.
     *
     * @param groups from 0: rows of the same number belong together
     */
    public static double[] of(LinearModel model, Sample sample, int[] groups, int groupCount, Penalty penalty) {
        int size = sample.columns() + 1;
        double[][] bread = new double[size][size];
        double[][] sums = new double[groupCount][size];
        double[] row = new double[size];
        for (int i = 0; i < sample.size(); i++) {
            row[size - 1] = 1;
            for (int column = 0; column < size - 1; column++) {
                row[column] = model.standard(column, sample.row(i)[column]);
            }
            double p = Predictions.sigmoid(model.logOdds(sample.row(i)));
            double curvature = sample.weight(i) * p * (1 - p);
            double residual = sample.weight(i) * ((sample.outcome(i) ? 1 : 0) - p);
            double[] sum = sums[groups[i]];
            for (int a = 0; a < size; a++) {
                double scaled = curvature * row[a];
                for (int b = 0; b <= a; b++) {
                    bread[a][b] += scaled * row[b];
                }
                sum[a] += residual * row[a];
            }
        }
        double[] weights = model.weights();
        for (int column = 0; column < size - 1; column++) {
            bread[column][column] += penalty.curvature(weights[column]);
        }
        return deviations(bread, meat(sums, size));
    }

    private static double[][] meat(double[][] sums, int size) {
        double[][] meat = new double[size][size];
        for (double[] sum : sums) {
            for (int a = 0; a < size; a++) {
                for (int b = 0; b < size; b++) {
                    meat[a][b] += sum[a] * sum[b];
                }
            }
        }
        return meat;
    }

    /** The roots of the diagonal of {@code bread⁻¹ × meat × bread⁻¹}, without that of the intercept. */
    private static double[] deviations(double[][] bread, double[][] meat) {
        int size = bread.length;
        double[] deviations = new double[size - 1];
        for (int column = 0; column < size - 1; column++) {
            double[] unit = new double[size];
            unit[column] = 1;
            double[] inverse = Cholesky.solve(bread, unit);
            double variance = 0;
            for (int a = 0; a < size; a++) {
                for (int b = 0; b < size; b++) {
                    variance += inverse[a] * meat[a][b] * inverse[b];
                }
            }
            deviations[column] = Math.sqrt(Math.max(0, variance));
        }
        return deviations;
    }
}
