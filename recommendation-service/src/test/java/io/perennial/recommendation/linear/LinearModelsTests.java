package io.perennial.recommendation.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.perennial.recommendation.algebra.Kernel;
import io.perennial.recommendation.algebra.SparseMatrix;
import io.perennial.recommendation.sequence.Sequences;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LinearModelsTests {

    private static final int A = 0;
    private static final int B = 1;
    private static final int C = 2;
    private static final Capacity AMPLE = new Capacity(100, 100, 100);

    @Test
    void easeIsTheRidgeRegressionOfOneItemOnAnother() {
        // XᵀX + 1 = (4 2; 2 4), its inverse (4 −2; −2 4) / 12, so −P_ab / P_bb = 1/2
        Sequences shoppers = sequences(2, new int[] {A, B}, new int[] {A, B}, new int[] {A}, new int[] {B});
        SparseMatrix weights = train(new EaseParameters(1, 0, 0), shoppers, AMPLE);
        assertThat(weight(weights, A, B)).isEqualTo(0.5, within(1e-6));
        assertThat(weight(weights, B, A)).isEqualTo(0.5, within(1e-6));
        assertThat(weight(weights, A, A)).isZero();
    }

    @Test
    void easeCountsAnItemsOwnRidgeByItsShoppers() {
        // (3 + 1 + 0.5 · 3) on the diagonal: 2 / 5.5
        Sequences shoppers = sequences(2, new int[] {A, B}, new int[] {A, B}, new int[] {A}, new int[] {B});
        assertThat(weight(train(new EaseParameters(1, 0.5, 0), shoppers, AMPLE), A, B))
                .isEqualTo(2 / 5.5, within(1e-6));
    }

    @Test
    void easeCanTakeEachShopperForOneHoweverMuchTheyTook() {
        // cells of 1/√2 in pairs: 0.5 + 0.5 + 1 on the diagonal, 0.5 + 0.5 off it; squares of 4 in 6 cells scale the
        // ridge
        Sequences shoppers = sequences(2, new int[] {A, B}, new int[] {A, B}, new int[] {A}, new int[] {B});
        assertThat(weight(train(new EaseParameters(1, 0, 0.5), shoppers, AMPLE), A, B))
                .isEqualTo(1 / (2 + 4 / 6.0), within(1e-6));
    }

    @Test
    void slitKnowsWhatFollowsAndNotWhatWentBefore() {
        // three times a, then twice b and once c: 2 / (3 + 1) and 1 / (3 + 1)
        Sequences shoppers = sequences(3, new int[] {A, B}, new int[] {A, B}, new int[] {A, C});
        SparseMatrix weights = train(new SlitParameters(1, 1, 1, 0), shoppers, AMPLE);
        assertThat(weight(weights, A, B)).isEqualTo(0.5, within(1e-6));
        assertThat(weight(weights, A, C)).isEqualTo(0.25, within(1e-6));
        assertThat(weight(weights, B, A)).isZero();
    }

    @Test
    void slitLetsWhatIsFurtherAwayFade() {
        // Steps a→(b, c fading) and (b, a fading)→c, f = 1/e: S = (1 0; f 1), T = (1 f; 0 1) over a, b and b, c.
        double f = Math.exp(-1);
        double aa = 2 + f * f;
        double determinant = aa * 2 - f * f;
        // SᵀT on c: (f + f, 1); first row of the inverse: (2, −f) / determinant
        SparseMatrix weights = train(new SlitParameters(1, 1, 1, 0), sequences(3, new int[] {A, B, C}), AMPLE);
        assertThat(weight(weights, A, C)).isEqualTo((2 * 2 * f - f) / determinant, within(1e-6));
        assertThat(weight(weights, B, C)).isEqualTo((-f * 2 * f + aa) / determinant, within(1e-6));
    }

    @Test
    void itemsOfOneStepDoNotFollowEachOther() {
        Sequences.Builder basket = new Sequences.Builder(2);
        basket.add(A, 1);
        basket.add(B, 1);
        basket.endShopper();
        assertThat(train(new SlitParameters(1, 1, 1, 0), basket.build(), AMPLE).cells())
                .isZero();
    }

    @Test
    void transitionsAreCountedAndDividedByPowersOfTheItemsOwn() {
        Sequences shoppers = sequences(3, new int[] {A, B}, new int[] {A, B}, new int[] {A, C});
        assertThat(weight(train(new TransitionParameters(1, 1, 0, 0), shoppers, AMPLE), A, B))
                .isEqualTo(2, within(1e-6));
        assertThat(weight(train(new TransitionParameters(1, 1, 1, 0.5), shoppers, AMPLE), A, B))
                .isEqualTo(2 / 3.0 / Math.sqrt(2), within(1e-6));
    }

    @Test
    void coOccurrenceByHalvesIsTheCosine() {
        Sequences shoppers = sequences(2, new int[] {A, B}, new int[] {B, A}, new int[] {A}, new int[] {B});
        SparseMatrix weights = train(new CoOccurrenceParameters(0.5, 0.5, 0), shoppers, AMPLE);
        assertThat(weight(weights, A, B)).isEqualTo(2 / 3.0, within(1e-6));
        assertThat(weight(weights, A, A)).isZero();
    }

    @Test
    void beyondTheCapacityTheMostBoughtTakePartAndTheHeaviestWeightsStay() {
        Sequences shoppers = sequences(4, new int[] {3, B, A}, new int[] {3, B, A}, new int[] {3, B}, new int[] {C, 3});
        SparseMatrix two = train(new EaseParameters(1, 0, 0), shoppers, new Capacity(2, 100, 100));
        assertThat(weight(two, 3, B)).isPositive();
        assertThat(two.cells()).isEqualTo(2);
        assertThat(two.rows()).isEqualTo(4);
        SparseMatrix one = train(new CoOccurrenceParameters(0, 0, 0), shoppers, new Capacity(100, 1, 100));
        assertThat(weight(one, 3, B)).isEqualTo(3, within(1e-6));
        assertThat(weight(one, 3, A)).isZero();
    }

    @Test
    void nothingGivesNothing() {
        for (LinearParameters parameters : new LinearParameters[] {
            new EaseParameters(1, 0, 0),
            new SlitParameters(1, 1, 1, 0),
            new TransitionParameters(1, 1, 1, 1),
            new CoOccurrenceParameters(1, 1, 0)
        }) {
            assertThat(train(parameters, sequences(3), AMPLE).cells()).isZero();
            assertThat(train(parameters, sequences(3, new int[] {B}), AMPLE).cells())
                    .isZero();
        }
    }

    private static SparseMatrix train(LinearParameters parameters, Sequences sequences, Capacity capacity) {
        return new LinearTrainer(capacity, Kernel.scalar()).train(parameters, sequences);
    }

    static Sequences sequences(int items, int[]... shoppers) {
        Sequences.Builder builder = new Sequences.Builder(items);
        Arrays.stream(shoppers).forEach(shopper -> {
            for (int step = 0; step < shopper.length; step++) {
                builder.add(shopper[step], step);
            }
            builder.endShopper();
        });
        return builder.build();
    }

    private static double weight(SparseMatrix weights, int from, int to) {
        for (int cell = weights.start(from); cell < weights.start(from + 1); cell++) {
            if (weights.column(cell) == to) {
                return weights.value(cell);
            }
        }
        return 0;
    }
}
