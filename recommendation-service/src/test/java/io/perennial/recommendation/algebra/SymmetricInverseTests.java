package io.perennial.recommendation.algebra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SymmetricInverseTests {

    static Stream<Kernel> kernels() {
        return Stream.of(Kernel.scalar(), Kernel.best());
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void invertsAHandComputedMatrix(Kernel kernel) {
        SymmetricMatrix matrix = new SymmetricMatrix(2);
        matrix.add(0, 0, 4);
        matrix.add(0, 1, 2);
        matrix.add(1, 1, 3);
        new SymmetricInverse(kernel).invert(matrix);
        assertThat(matrix.get(0, 0)).isEqualTo(0.375f, within(1e-6f));
        assertThat(matrix.get(0, 1)).isEqualTo(-0.25f, within(1e-6f));
        assertThat(matrix.get(1, 0)).isEqualTo(-0.25f, within(1e-6f));
        assertThat(matrix.get(1, 1)).isEqualTo(0.5f, within(1e-6f));
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void timesTheMatrixGivesTheIdentityWhateverTheOrder(Kernel kernel) {
        for (int order : new int[] {0, 1, 37, 256, 257, 300}) {
            long seed = order;
            SymmetricMatrix matrix = gram(order, seed);
            SymmetricMatrix inverse = gram(order, seed);
            new SymmetricInverse(kernel).invert(inverse);
            assertThat(residual(matrix, inverse))
                    .as("order %d, seed %d, %s", order, seed, kernel.describe())
                    .isLessThan(1e-4);
        }
    }

    @Test
    void refusesWhatIsNotPositiveDefinite() {
        SymmetricMatrix matrix = gram(300, 1);
        matrix.add(290, 290, -1e6f);
        assertThatThrownBy(() -> new SymmetricInverse(Kernel.scalar()).invert(matrix))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("not positive definite");
    }

    @Test
    void theKernelsAgree() {
        SymmetricMatrix scalar = gram(520, 3);
        SymmetricMatrix best = gram(520, 3);
        new SymmetricInverse(Kernel.scalar()).invert(scalar);
        new SymmetricInverse(Kernel.best()).invert(best);
        for (int row = 0; row < 520; row++) {
            for (int column = 0; column < 520; column++) {
                assertThat(best.get(row, column)).isEqualTo(scalar.get(row, column), within(1e-5f));
            }
        }
    }

    @Test
    void aRowIsItsCells() {
        SymmetricMatrix matrix = gram(300, 5);
        float[] row = new float[300];
        matrix.row(40, row);
        for (int column = 0; column < 300; column++) {
            assertThat(row[column]).isEqualTo(matrix.get(column, 40));
        }
    }

    /** Of random baskets of five, plus a ridge. */
    private static SymmetricMatrix gram(int order, long seed) {
        SymmetricMatrix matrix = new SymmetricMatrix(order);
        Random random = new Random(seed);
        for (int basket = 0; basket < 4 * order; basket++) {
            int[] items = random.ints(5, 0, order).distinct().toArray();
            for (int one : items) {
                for (int other : items) {
                    if (other <= one) {
                        matrix.add(one, other, 1);
                    }
                }
            }
        }
        for (int i = 0; i < order; i++) {
            matrix.add(i, i, 2);
        }
        return matrix;
    }

    private static double residual(SymmetricMatrix matrix, SymmetricMatrix inverse) {
        int order = matrix.order();
        double worst = 0;
        float[] left = new float[order];
        float[] right = new float[order];
        for (int row = 0; row < order; row++) {
            matrix.row(row, left);
            for (int column = 0; column < order; column += 7) {
                inverse.row(column, right);
                double product = 0;
                for (int k = 0; k < order; k++) {
                    product += (double) left[k] * right[k];
                }
                worst = Math.max(worst, Math.abs(product - (row == column ? 1 : 0)));
            }
        }
        return worst;
    }
}
