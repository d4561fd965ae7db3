package io.perennial.churn.learning;

/** Solves a symmetric positive definite system by its Cholesky factor (Golub and Van Loan 2013, §4.2). */
final class Cholesky {

    /** Of the largest diagonal element: what is added so that columns that say the same do not stop it. */
    private static final double RELATIVE_JITTER = 1e-9;

    private Cholesky() {}

    /** {@code x} with {@code matrix × x = right}; reads the lower triangle only and changes nothing. */
    static double[] solve(double[][] matrix, double[] right) {
        int size = right.length;
        double largest = 0;
        for (int i = 0; i < size; i++) {
            largest = Math.max(largest, matrix[i][i]);
        }
        double[][] factor = factor(matrix, largest * RELATIVE_JITTER + Double.MIN_NORMAL);
        double[] x = right.clone();
        for (int i = 0; i < size; i++) {
            for (int k = 0; k < i; k++) {
                x[i] -= factor[i][k] * x[k];
            }
            x[i] /= factor[i][i];
        }
        for (int i = size - 1; i >= 0; i--) {
            x[i] /= factor[i][i];
            for (int k = 0; k < i; k++) {
                x[k] -= factor[i][k] * x[i];
            }
        }
        return x;
    }

    private static double[][] factor(double[][] matrix, double jitter) {
        int size = matrix.length;
        double[][] factor = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = matrix[i][j] + (i == j ? jitter : 0);
                for (int k = 0; k < j; k++) {
                    sum -= factor[i][k] * factor[j][k];
                }
                factor[i][j] = i == j ? Math.sqrt(Math.max(sum, jitter)) : sum / factor[j][j];
            }
        }
        return factor;
    }
}
