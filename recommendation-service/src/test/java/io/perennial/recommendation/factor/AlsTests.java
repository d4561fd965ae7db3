package io.perennial.recommendation.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.perennial.recommendation.algebra.Kernel;
import io.perennial.recommendation.algebra.SparseMatrix;
import io.perennial.recommendation.algebra.SymmetricEigen;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AlsTests {

    private static final Kernel KERNEL = Kernel.best();

    @Test
    void aPointSolvesItsNormalEquation() {
        // one factor, other points 1 and 2; the row holds the second with strength 3, alpha 2, so C = 7, ridge 1 a
        // cell:
        // (1 + 4 + 6 · 4 + 1) x = 7 · 2
        AlsParameters parameters = new AlsParameters(1, 1, 1, 2, 5, 1);
        Points others = Points.zero(2, 1, KERNEL);
        others.coordinates[0] = 1;
        others.coordinates[others.stride] = 2;
        float[] spectrum = others.spectrum(others.axes());
        NormalEquation equation = new NormalEquation(parameters, others, spectrum, KERNEL);
        float[] point = new float[others.stride];
        equation.solve(strengths(2, new float[] {0, 3}), 0, point, 0);
        assertThat(point[0]).isEqualTo(14 / 30f, within(1e-6f));
    }

    /** Against the left side written out, and eliminated in double precision. */
    @Test
    void manyFactorsSolveTheWholeSystem() {
        int factors = 21;
        AlsParameters parameters = new AlsParameters(factors, 1, 0.3, 4, 60, 1);
        SparseMatrix row = strengths(40, random(40, 3));
        Points others = Points.drawn(40, factors, 5, KERNEL);
        SymmetricEigen axes = others.axes();
        others.turn(axes);
        float[] point = new float[others.stride];
        new NormalEquation(parameters, others, others.spectrum(axes), KERNEL).solve(row, 0, point, 0);
        double[] left = new double[factors];
        double[] right = new double[factors];
        for (int item = 0; item < 40; item++) {
            double along = KERNEL.dot(others.coordinates, item * others.stride, point, 0, others.stride);
            for (int i = 0; i < factors; i++) {
                left[i] += along * others.coordinates[item * others.stride + i];
            }
        }
        for (int cell = 0; cell < row.cells(); cell++) {
            int at = row.column(cell) * others.stride;
            double weight = 4 * row.value(cell);
            double along = KERNEL.dot(others.coordinates, at, point, 0, others.stride);
            for (int i = 0; i < factors; i++) {
                left[i] += weight * along * others.coordinates[at + i];
                right[i] += (1 + weight) * others.coordinates[at + i];
            }
        }
        for (int i = 0; i < factors; i++) {
            assertThat(left[i] + 0.3 * row.cells() * point[i]).isEqualTo(right[i], within(1e-3));
        }
    }

    @Test
    void turningKeepsProducts() {
        Points points = Points.drawn(100, 21, 3, KERNEL);
        Points before = points.copy();
        points.turn(points.axes());
        for (int other = 0; other < 100; other++) {
            assertThat(KERNEL.dot(points.coordinates, 0, points.coordinates, other * points.stride, points.stride))
                    .isEqualTo(
                            KERNEL.dot(before.coordinates, 0, before.coordinates, other * before.stride, before.stride),
                            within(1e-5f));
        }
    }

    @Test
    void everyKernelTrainsTheSame() {
        SparseMatrix strengths = strengths(30, random(30, 1), random(30, 2), random(30, 3), random(30, 4));
        AlsParameters parameters = new AlsParameters(5, 3, 0.1, 5, 3, 7);
        float[] best = scores(new AlsTrainer(parameters, KERNEL).train(strengths), KERNEL, strengths);
        float[] scalar =
                scores(new AlsTrainer(parameters, Kernel.scalar()).train(strengths), Kernel.scalar(), strengths);
        for (int item = 0; item < best.length; item++) {
            assertThat(scalar[item]).isEqualTo(best[item], within(1e-3f));
        }
    }

    @Test
    void twoTastesComeApart() {
        SparseMatrix strengths = strengths(
                4,
                new float[] {1, 1, 0, 0},
                new float[] {1, 1, 0, 0},
                new float[] {0, 0, 1, 1},
                new float[] {0, 0, 1, 1},
                new float[] {1, 0, 0, 0});
        AlsModel model = new AlsTrainer(new AlsParameters(2, 15, 0.05, 10, 3, 7), KERNEL).train(strengths);
        float[] scores = new float[4];
        new AlsScorer(model, KERNEL).score(strengths, 4, scores);
        assertThat(scores[1]).isGreaterThan(0.5f);
        assertThat(scores[2]).isLessThan(0.2f);
        assertThat(scores[3]).isLessThan(0.2f);
    }

    @Test
    void theSameSeedGivesTheSameAndAWarmStartGoesOn() {
        SparseMatrix strengths = strengths(3, new float[] {1, 1, 0}, new float[] {0, 1, 1}, new float[] {1, 0, 1});
        AlsTrainer trainer = new AlsTrainer(new AlsParameters(2, 3, 0.1, 5, 3, 7), KERNEL);
        AlsModel model = trainer.train(strengths);
        assertThat(trainer.train(strengths).points().coordinates).isEqualTo(model.points().coordinates);
        AlsModel longer = new AlsTrainer(new AlsParameters(2, 40, 0.1, 5, 3, 7), KERNEL).train(strengths);
        AlsModel warm = new AlsTrainer(new AlsParameters(2, 1, 0.1, 5, 3, 9), KERNEL).train(strengths, longer);
        float[] expected = scores(longer, KERNEL, strengths);
        float[] actual = scores(warm, KERNEL, strengths);
        for (int item = 0; item < expected.length; item++) {
            assertThat(actual[item]).isEqualTo(expected[item], within(0.02f));
        }
    }

    @Test
    void whoDidNothingHasNoScores() {
        SparseMatrix strengths = strengths(2, new float[] {1, 1}, new float[] {0, 0});
        AlsModel model = new AlsTrainer(new AlsParameters(2, 2, 0.1, 5, 3, 7), KERNEL).train(strengths);
        float[] scores = {9, 9};
        new AlsScorer(model, KERNEL).score(strengths, 1, scores);
        assertThat(scores).containsExactly(0, 0);
    }

    @Test
    void refusesParametersThatMakeNoSense() {
        assertThatThrownBy(() -> new AlsParameters(0, 1, 1, 1, 1, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static float[] scores(AlsModel model, Kernel kernel, SparseMatrix strengths) {
        float[] scores = new float[strengths.columns()];
        new AlsScorer(model, kernel).score(strengths, 0, scores);
        return scores;
    }

    private static float[] random(int items, long seed) {
        Random random = new Random(seed);
        float[] row = new float[items];
        for (int item = 0; item < items; item++) {
            row[item] = random.nextInt(3) == 0 ? 1 + random.nextInt(3) : 0;
        }
        return row;
    }

    private static SparseMatrix strengths(int items, float[]... rows) {
        SparseMatrix.Builder builder = new SparseMatrix.Builder(items);
        for (float[] row : rows) {
            for (int item = 0; item < items; item++) {
                if (row[item] > 0) {
                    builder.add(item, row[item]);
                }
            }
            builder.endRow();
        }
        return builder.build();
    }
}
