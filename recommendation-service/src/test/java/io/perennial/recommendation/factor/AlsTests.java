package io.perennial.recommendation.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.perennial.recommendation.algebra.SparseMatrix;
import org.junit.jupiter.api.Test;

class AlsTests {

    @Test
    void aPointSolvesItsNormalEquation() {
        // one factor, other points 1 and 2; the row holds the second with strength 3, alpha 2, so C = 7, ridge 1:
        // (1 + 4 + 6 · 4 + 1) x = 7 · 2
        AlsParameters parameters = new AlsParameters(1, 1, 1, 2, 5, 1);
        float[] others = {1, 2};
        NormalEquation equation = new NormalEquation(parameters, others, NormalEquation.gram(others, 1));
        float[] point = {0};
        equation.solve(strengths(2, new float[] {0, 3}), 0, point, 0);
        assertThat(point[0]).isEqualTo(14 / 30f, within(1e-6f));
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
        AlsModel model = new AlsTrainer(new AlsParameters(2, 15, 0.1, 10, 3, 7)).train(strengths);
        float[] scores = new float[4];
        new AlsScorer(model).score(strengths, 4, scores);
        assertThat(scores[1]).isGreaterThan(0.5f);
        assertThat(scores[2]).isLessThan(0.2f);
        assertThat(scores[3]).isLessThan(0.2f);
    }

    @Test
    void theSameSeedGivesTheSameAndAWarmStartGoesOn() {
        SparseMatrix strengths = strengths(3, new float[] {1, 1, 0}, new float[] {0, 1, 1}, new float[] {1, 0, 1});
        AlsTrainer trainer = new AlsTrainer(new AlsParameters(2, 3, 0.1, 5, 3, 7));
        AlsModel model = trainer.train(strengths);
        assertThat(trainer.train(strengths).points()).isEqualTo(model.points());
        AlsModel longer = new AlsTrainer(new AlsParameters(2, 40, 0.1, 5, 3, 7)).train(strengths);
        AlsModel warm = new AlsTrainer(new AlsParameters(2, 1, 0.1, 5, 3, 9)).train(strengths, longer);
        for (int i = 0; i < warm.points().length; i++) {
            assertThat(warm.points()[i]).isEqualTo(longer.points()[i], within(0.02f));
        }
    }

    @Test
    void whoDidNothingHasNoScores() {
        SparseMatrix strengths = strengths(2, new float[] {1, 1}, new float[] {0, 0});
        AlsModel model = new AlsTrainer(new AlsParameters(2, 2, 0.1, 5, 3, 7)).train(strengths);
        float[] scores = {9, 9};
        new AlsScorer(model).score(strengths, 1, scores);
        assertThat(scores).containsExactly(0, 0);
    }

    @Test
    void refusesParametersThatMakeNoSense() {
        assertThatThrownBy(() -> new AlsParameters(0, 1, 1, 1, 1, 1)).isInstanceOf(IllegalArgumentException.class);
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
