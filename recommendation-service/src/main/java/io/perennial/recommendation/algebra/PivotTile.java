package io.perennial.recommendation.algebra;

import static io.perennial.recommendation.algebra.SymmetricMatrix.TILE;

/** Inverts one positive definite tile in double precision. */
final class PivotTile {

    private PivotTile() {}

    /** A new tile; an ArithmeticException where a pivot is not positive. */
    static float[] inverse(float[] tile) {
        double[][] rows = new double[TILE][TILE];
        for (int row = 0; row < TILE; row++) {
            for (int column = 0; column < TILE; column++) {
                rows[row][column] = tile[Math.max(row, column) * TILE + Math.min(row, column)];
            }
        }
        for (int pivot = 0; pivot < TILE; pivot++) {
            eliminate(rows, pivot);
        }
        float[] inverse = new float[TILE * TILE];
        for (int row = 0; row < TILE; row++) {
            for (int column = 0; column < TILE; column++) {
                inverse[row * TILE + column] = (float) rows[row][column];
            }
        }
        return inverse;
    }

    private static void eliminate(double[][] rows, int pivot) {
        double[] chosen = rows[pivot];
        double value = chosen[pivot];
        if (!(value > 0)) {
            throw new ArithmeticException("the matrix is not positive definite: a pivot is " + value);
        }
        chosen[pivot] = 1;
        for (int column = 0; column < TILE; column++) {
            chosen[column] /= value;
        }
        for (int row = 0; row < TILE; row++) {
            if (row != pivot) {
                double factor = rows[row][pivot];
                rows[row][pivot] = 0;
                subtract(factor, chosen, rows[row]);
            }
        }
    }

    private static void subtract(double factor, double[] from, double[] into) {
        for (int column = 0; column < TILE; column++) {
            into[column] -= factor * from[column];
        }
    }
}
