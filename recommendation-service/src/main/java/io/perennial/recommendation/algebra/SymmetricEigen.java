package io.perennial.recommendation.algebra;

/**
 * The eigenvectors of a small symmetric matrix by Jacobi's rotations (Golub and Van Loan, "Matrix computations", 8.5), in double
 * precision: some ten sweeps, each cubic in the order. They are orthonormal even where the matrix is singular.
 */
public final class SymmetricEigen {

    private static final int MOST_SWEEPS = 30;
    private static final double SMALL = 1e-24;

    private final double[][] matrix;
    /** Row by row. */
    private final double[][] vectors;

    private SymmetricEigen(double[][] matrix) {
        this.matrix = matrix;
        vectors = new double[matrix.length][matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            vectors[i][i] = 1;
        }
    }

    /** Of a symmetric matrix, which it takes over. */
    public static SymmetricEigen of(double[][] matrix) {
        SymmetricEigen eigen = new SymmetricEigen(matrix);
        double enough = SMALL * eigen.squares(true);
        for (int sweep = 0; sweep < MOST_SWEEPS && eigen.squares(false) > enough; sweep++) {
            for (int p = 0; p < matrix.length; p++) {
                for (int q = p + 1; q < matrix.length; q++) {
                    eigen.rotate(p, q);
                }
            }
        }
        return eigen;
    }

    public double value(int i) {
        return matrix[i][i];
    }

    /** Of length one; belongs to the value at the same place. */
    public double[] vector(int i) {
        return vectors[i];
    }

    private double squares(boolean diagonal) {
        double squares = 0;
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < matrix.length; j++) {
                squares += diagonal || i != j ? matrix[i][j] * matrix[i][j] : 0;
            }
        }
        return squares;
    }

    /** Turns the plane of two axes so far that nothing is left between them. */
    private void rotate(int p, int q) {
        double between = matrix[p][q];
        if (between == 0) {
            return;
        }
        double theta = (matrix[q][q] - matrix[p][p]) / (2 * between);
        double tangent = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        double cosine = 1 / Math.sqrt(tangent * tangent + 1);
        double sine = tangent * cosine;
        turn(matrix[p], matrix[q], cosine, sine);
        for (double[] row : matrix) {
            double one = row[p];
            row[p] = cosine * one - sine * row[q];
            row[q] = sine * one + cosine * row[q];
        }
        matrix[p][q] = 0;
        matrix[q][p] = 0;
        turn(vectors[p], vectors[q], cosine, sine);
    }

    private static void turn(double[] one, double[] other, double cosine, double sine) {
        for (int i = 0; i < one.length; i++) {
            double before = one[i];
            one[i] = cosine * before - sine * other[i];
            other[i] = sine * before + cosine * other[i];
        }
    }
}
