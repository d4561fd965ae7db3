package io.perennial.recommendation.algebra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SymmetricEigenTests {

    @Test
    void twoByTwoByHand() {
        SymmetricEigen eigen = SymmetricEigen.of(new double[][] {{2, 1}, {1, 2}});
        assertThat(Math.min(eigen.value(0), eigen.value(1))).isEqualTo(1, within(1e-12));
        assertThat(Math.max(eigen.value(0), eigen.value(1))).isEqualTo(3, within(1e-12));
        assertThat(Math.abs(eigen.vector(0)[0])).isEqualTo(Math.sqrt(0.5), within(1e-12));
    }

    @Test
    void vectorsAreOrthonormalAndRestoreASingularMatrix() {
        int order = 12;
        double[][] matrix = ofRank(5, order);
        double[][] taken = new double[order][];
        for (int i = 0; i < order; i++) {
            taken[i] = matrix[i].clone();
        }
        SymmetricEigen eigen = SymmetricEigen.of(taken);
        for (int i = 0; i < order; i++) {
            for (int j = 0; j < order; j++) {
                double product = 0;
                double restored = 0;
                for (int k = 0; k < order; k++) {
                    product += eigen.vector(i)[k] * eigen.vector(j)[k];
                    restored += eigen.value(k) * eigen.vector(k)[i] * eigen.vector(k)[j];
                }
                assertThat(product).isEqualTo(i == j ? 1 : 0, within(1e-12));
                assertThat(restored).isEqualTo(matrix[i][j], within(1e-9));
            }
        }
    }

    private static double[][] ofRank(int rank, int order) {
        Random random = new Random(4);
        double[][] matrix = new double[order][order];
        for (int r = 0; r < rank; r++) {
            double[] row = random.doubles(order, -3, 3).toArray();
            for (int i = 0; i < order; i++) {
                for (int j = 0; j < order; j++) {
                    matrix[i][j] += row[i] * row[j];
                }
            }
        }
        return matrix;
    }
}
