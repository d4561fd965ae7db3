package io.perennial.churn.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.perennial.churn.evaluation.Predictions;
import io.perennial.churn.model.LinearModel;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Intervals of weights hold what they promise, also where rows of one shopper are alike. */
class StandardErrorsTests {

    private static final Penalty NONE = new Penalty(0);
    private static final int ROUNDS = 400;

    @Test
    void intervalsCoverTheTruthThoughAShoppersRowsAreAlike() {
        Random random = new Random(11);
        int covered = 0;
        int naive = 0;
        for (int round = 0; round < ROUNDS; round++) {
            // 300 shoppers with five rows each, all with the shopper's own column and own leaning.
            int shoppers = 300;
            double[][] rows = new double[shoppers * 5][];
            boolean[] outcomes = new boolean[rows.length];
            int[] groups = new int[rows.length];
            for (int shopper = 0; shopper < shoppers; shopper++) {
                double x = random.nextGaussian();
                double leaning = random.nextGaussian();
                for (int i = 5 * shopper; i < 5 * shopper + 5; i++) {
                    rows[i] = new double[] {x, 3};
                    outcomes[i] = random.nextDouble() < Predictions.sigmoid(0.8 * x + leaning);
                    groups[i] = shopper;
                }
            }
            Sample sample = new Sample(rows, outcomes);
            LinearModel model = new NewtonTrainer().train(sample, NONE);
            // What leanings leave of the weight on average over all (Zeger, Liang and Albert 1988), per unit of the
            // column.
            double truth = 0.8 / Math.sqrt(1 + 0.346 * 1);
            double scale = model.contribution(0, 1) - model.contribution(0, 0);
            double unit = scale / model.weights()[0];
            double[] errors = StandardErrors.of(model, sample, groups, shoppers, NONE);
            assertThat(errors[1]).as("a column that is always the same").isZero();
            covered += Math.abs(scale - truth) < 1.96 * errors[0] * unit ? 1 : 0;
            int[] alone = new int[rows.length];
            Arrays.setAll(alone, i -> i);
            double[] asIfAlone = StandardErrors.of(model, sample, alone, rows.length, NONE);
            naive += Math.abs(scale - truth) < 1.96 * asIfAlone[0] * unit ? 1 : 0;
        }
        System.out.printf("covered %d, as if rows were alone %d of %d%n", covered, naive, ROUNDS);
        // 380 expected; of a binomial with .95 and 400 draws, 364 to 393 in 999 of 1,000.
        assertThat(covered).isBetween(364, 393);
        assertThat(naive).as("the test can tell").isLessThan(364);
    }

    @Test
    void aloneTheyAreThoseOfTheFisherInformation() {
        Random random = new Random(12);
        double[][] rows = new double[20_000][];
        boolean[] outcomes = new boolean[rows.length];
        int[] groups = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new double[] {random.nextGaussian()};
            outcomes[i] = random.nextBoolean();
            groups[i] = i;
        }
        Sample sample = new Sample(rows, outcomes);
        double error = StandardErrors.of(new NewtonTrainer().train(sample, NONE), sample, groups, rows.length, NONE)[0];
        assertThat(error).isCloseTo(2 / Math.sqrt(rows.length), within(2e-4)); // p (1 − p) is a quarter
    }
}
