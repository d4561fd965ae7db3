package io.perennial.churn.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Boosted trees and forests find what a line cannot. */
class TreesTests {

    private static final BoostedTrees.Settings QUICK = new BoostedTrees.Settings(60, 0.1, 3, 20, 0.7, 1);

    @Test
    void oneSplitPutsEachSideAtItsOwnLogOdds() {
        // A quarter of those up to 0 and three quarters of those above it.
        double[][] rows = new double[400][1];
        boolean[] outcomes = new boolean[400];
        for (int i = 0; i < 400; i++) {
            rows[i][0] = i < 200 ? 0 : 1;
            outcomes[i] = (i % 4 == 0) == (i < 200);
        }
        BoostedTrees trees =
                BoostedTrees.train(new Sample(rows, outcomes), new BoostedTrees.Settings(200, 0.2, 1, 20, 1, 1), 1);
        assertThat(trees.logOdds(new double[] {0})).isCloseTo(Math.log(1.0 / 3), within(0.02));
        assertThat(trees.logOdds(new double[] {1})).isCloseTo(Math.log(3), within(0.02));
    }

    @Test
    void exclusiveOrIsLearntAndTheSameSeedGivesTheSameTrees() {
        Sample sample = exclusiveOr(2_000);
        BoostedTrees boosted = BoostedTrees.train(sample, QUICK, 3);
        RandomForest forest = RandomForest.train(sample, 40, 10, 3);
        for (double[] corner : new double[][] {{-1, -1}, {1, 1}}) {
            assertThat(boosted.logOdds(corner)).isLessThan(-1);
            assertThat(forest.logOdds(corner)).isLessThan(-1);
        }
        assertThat(boosted.logOdds(new double[] {1, -1})).isGreaterThan(1);
        assertThat(forest.logOdds(new double[] {-1, 1})).isGreaterThan(1);
        assertThat(BoostedTrees.train(sample, QUICK, 3).logOdds(new double[] {0.3, 0.2}))
                .isEqualTo(boosted.logOdds(new double[] {0.3, 0.2}));
    }

    @Test
    void missingGoesWhereItBelongs() {
        double[][] rows = new double[600][1];
        boolean[] outcomes = new boolean[600];
        for (int i = 0; i < 600; i++) {
            rows[i][0] = i % 3 == 0 ? Double.NaN : i % 3;
            outcomes[i] = i % 3 != 1;
        }
        BoostedTrees trees = BoostedTrees.train(new Sample(rows, outcomes), QUICK, 1);
        assertThat(trees.logOdds(new double[] {Double.NaN})).isGreaterThan(1);
        assertThat(trees.logOdds(new double[] {1})).isLessThan(-1);
    }

    private static Sample exclusiveOr(int size) {
        SplittableRandom random = new SplittableRandom(1);
        double[][] rows = new double[size][2];
        boolean[] outcomes = new boolean[size];
        for (int i = 0; i < size; i++) {
            rows[i] = new double[] {random.nextGaussian(), random.nextGaussian()};
            outcomes[i] = (rows[i][0] > 0) ^ (rows[i][1] > 0) ^ (random.nextInt(20) == 0);
        }
        return new Sample(rows, outcomes);
    }
}
