package io.perennial.churn.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.perennial.churn.evaluation.Predictions;
import io.perennial.churn.model.LinearModel;
import io.perennial.churn.model.Standardiser;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tribuo.Prediction;
import org.tribuo.classification.Label;
import org.tribuo.classification.sgd.linear.LinearSGDModel;

/** Both trainers find the least of one objective; Newton's steps are checked by hand and by differences. */
class LinearTrainerTests {

    private static final LinearTrainer NEWTON = new NewtonTrainer();
    private static final Penalty SOME = new Penalty(5);

    @Test
    void withoutColumnsThatTellAnythingTheInterceptIsTheLogOddsOfTheBaseRate() {
        Sample sample = new Sample(new double[][] {{1}, {1}, {1}, {1}}, new boolean[] {true, false, false, false});
        LinearModel model = NEWTON.train(sample, SOME);
        assertThat(model.intercept()).isCloseTo(Math.log(1.0 / 3), within(1e-6));
        assertThat(model.weights()[0]).isCloseTo(0, within(1e-6));
    }

    @Test
    void aYesNoColumnsWeightIsTheLogOfTheOddsRatio() {
        // Of 30 with it 20 came true, of 30 without it 10: the odds ratio is 4; standardised, 1 becomes 1 and 0 becomes
        // -1.
        double[][] rows = new double[60][1];
        boolean[] outcomes = new boolean[60];
        for (int i = 0; i < 60; i++) {
            rows[i][0] = i < 30 ? 1 : 0;
            outcomes[i] = i < 20 || i >= 50;
        }
        LinearModel model = NEWTON.train(new Sample(rows, outcomes), new Penalty(0));
        assertThat(model.weights()[0]).isCloseTo(Math.log(4) / 2, within(1e-5));
        assertThat(model.intercept()).isCloseTo(0, within(1e-5));
    }

    @Test
    void tribuoFindsTheSameOptimum() {
        for (double strength : new double[] {0, 5, 100}) {
            Sample sample = sample(3_000, 8, 1);
            Penalty penalty = new Penalty(strength);
            LinearModel newton = NEWTON.train(sample, penalty);
            LinearModel tribuo = new TribuoTrainer(7, 500_000).train(sample, penalty);
            assertThat(Objective.of(tribuo, sample, penalty) - Objective.of(newton, sample, penalty))
                    .as("penalty " + strength)
                    .isBetween(-1e-9, 1e-4);
        }
    }

    @Test
    void noSmallStepFromNewtonsOptimumIsBetter() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Sample sample = sample(700, 5, seed);
        LinearModel optimum = NEWTON.train(sample, SOME);
        Standardiser standardiser = Standardiser.fit(sample.rows(), 5);
        double least = Objective.of(optimum, sample, SOME);
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 50; i++) {
            double[] weights = Arrays.stream(optimum.weights())
                    .map(weight -> weight + 0.01 * random.nextGaussian())
                    .toArray();
            LinearModel near =
                    new LinearModel(standardiser, weights, optimum.intercept() + 0.01 * random.nextGaussian());
            assertThat(Objective.of(near, sample, SOME)).isGreaterThan(least);
        }
        assertThat(NewtonTrainer.distance(optimum, sample, standardiser, SOME)).isLessThan(1e-9);
    }

    @Test
    void theSameSampleGivesTheSameBits() {
        Sample sample = sample(5_000, 7, 3);
        assertThat(NEWTON.train(sample, SOME).weights())
                .isEqualTo(NEWTON.train(sample, SOME).weights());
    }

    @Test
    void ofManyRowsTheOptimumIsThatOfAllWhateverTheirOrder() {
        int size = 80_000;
        int columns = 4;
        Sample drawn = sample(size, columns, 8);
        List<Integer> byFirst = IntStream.range(0, size)
                .boxed()
                .sorted(Comparator.comparingDouble(row -> drawn.row(row)[0]))
                .toList();
        // The blocks that are looked at first get the least of the first column: they are unlike all others.
        int[] unlike = IntStream.range(0, size)
                .boxed()
                .sorted(Comparator.comparing(place -> place / StandardBlocks.ROWS % 16 != 0))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            order[unlike[i]] = byFirst.get(i);
        }
        for (Sample sample : List.of(drawn, drawn.subset(order))) {
            LinearModel optimum = NEWTON.train(sample, SOME);
            Standardiser standardiser = Standardiser.fit(sample.rows(), columns);
            assertThat(NewtonTrainer.distance(optimum, sample, standardiser, SOME))
                    .isLessThan(1e-10);
            LinearModel near = new NewtonTrainer(1e-4).train(sample, SOME);
            assertThat(NewtonTrainer.distance(near, sample, standardiser, SOME)).isLessThan(1e-4);
        }
    }

    @Test
    void aToleranceIsKeptAndLeavesMoreThanNone() {
        Sample sample = sample(600_000, 6, 9);
        Standardiser standardiser = Standardiser.fit(sample.rows(), 6);
        double rough = NewtonTrainer.distance(new NewtonTrainer(1e-4).train(sample, SOME), sample, standardiser, SOME);
        assertThat(rough).isBetween(1e-10, 1e-4);
        assertThat(NewtonTrainer.distance(NEWTON.train(sample, SOME), sample, standardiser, SOME))
                .isLessThan(rough);
        assertThatIllegalArgumentException().isThrownBy(() -> new NewtonTrainer(0));
    }

    @Test
    void aMissingValueIsTheAverageInBlocksOfAnyLength() {
        Sample sample = sample(StandardBlocks.ROWS + 13, 3, 10);
        sample.row(5)[1] = Double.NaN;
        sample.row(StandardBlocks.ROWS + 12)[2] = Double.NaN;
        Standardiser standardiser = Standardiser.fit(sample.rows(), 3);
        StandardBlocks blocks = StandardBlocks.of(sample, standardiser);
        assertThat(blocks.totalWeight()).isEqualTo(sample.size());
        for (int row = 0; row < sample.size(); row++) {
            StandardBlocks.Block block = blocks.block(row / StandardBlocks.ROWS);
            for (int column = 0; column < 3; column++) {
                assertThat(block.values[column * StandardBlocks.ROWS + row % StandardBlocks.ROWS])
                        .isCloseTo((float) standardiser.apply(column, sample.row(row)[column]), within(1e-6f));
            }
        }
        assertThat(blocks.block(1).weights[13]).isZero();
    }

    @Test
    void aWeightOfTwoIsTheRowTwice() {
        Sample once = sample(400, 3, 4);
        int[] twice = new int[800];
        Arrays.setAll(twice, i -> i / 2);
        double[] weights = new double[400];
        Arrays.fill(weights, 2);
        double[][] rows = once.rows().toArray(double[][]::new);
        boolean[] outcomes = new boolean[400];
        for (int i = 0; i < 400; i++) {
            outcomes[i] = once.outcome(i);
        }
        assertThat(NEWTON.train(new Sample(rows, outcomes, weights), SOME).weights())
                .containsExactly(NEWTON.train(once.subset(twice), SOME).weights(), within(1e-5));
    }

    @Test
    void columnsThatSayTheSameOrNothingStopNobody() {
        double[][] rows = new double[200][4];
        boolean[] outcomes = new boolean[200];
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 200; i++) {
            double x = random.nextGaussian();
            rows[i] = new double[] {x, x, 7, Double.NaN};
            outcomes[i] = random.nextDouble() < Predictions.sigmoid(x);
        }
        double[] weights = NEWTON.train(new Sample(rows, outcomes), SOME).weights();
        assertThat(weights[0]).isCloseTo(weights[1], within(1e-4)).isPositive();
        assertThat(weights[2]).isZero();
        assertThat(weights[3]).isZero();
    }

    @Test
    void oneClassAndInfiniteValuesAreNamed() {
        Sample oneClass = new Sample(new double[][] {{1}, {2}}, new boolean[] {true, true});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NEWTON.train(oneClass, SOME))
                .withMessageContaining("only one class");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Sample(new double[][] {{1, 2}, {1, Double.NEGATIVE_INFINITY}}, new boolean[] {true, false}))
                .withMessageContaining("row 1, column 1 is infinite");
    }

    @Test
    void theExtractedModelSaysWhatTribuoSays() {
        Sample sample = sample(300, 4, 6);
        Standardiser standardiser = Standardiser.fit(sample.rows(), 4);
        LinearSGDModel tribuo = new TribuoTrainer(7, 1).fit(TribuoTrainer.dataset(sample, standardiser, SOME), 5);
        LinearModel ours = TribuoTrainer.extract(tribuo, standardiser, 4);
        for (int i = 0; i < sample.size(); i++) {
            Prediction<Label> prediction = tribuo.predict(
                    TribuoTrainer.example(TribuoTrainer.names(5), standardiser.apply(sample.row(i)), true));
            double theirs = Objects.requireNonNull(prediction.getOutputScores().get("true"))
                    .getScore();
            assertThat(Predictions.sigmoid(ours.logOdds(sample.row(i)))).isCloseTo(theirs, within(1e-9));
        }
    }

    static Sample sample(int size, int columns, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] rows = new double[size][columns];
        boolean[] outcomes = new boolean[size];
        for (int i = 0; i < size; i++) {
            double logOdds = -0.5;
            for (int column = 0; column < columns; column++) {
                rows[i][column] = random.nextGaussian() * (column + 1);
                logOdds += rows[i][column] / (column + 1) * (column % 3 - 1) * 0.7;
            }
            outcomes[i] = random.nextDouble() < Predictions.sigmoid(logOdds);
        }
        return new Sample(rows, outcomes);
    }
}
