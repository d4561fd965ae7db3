package io.perennial.churn.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** PSI and KS by hand, silent on chance, loud on change. */
class ShiftTests {

    @Test
    void psiAndKsAreWhatOneComputesByHand() {
        Sketch reference = new Sketch(List.of(1.0, 2.0), List.of(500L, 300L, 200L), 0);
        double[] values = new double[1_000];
        Arrays.fill(values, 0, 200, 1);
        Arrays.fill(values, 200, 500, 2);
        Arrays.fill(values, 500, 1_000, 3);

        Shift shift = Shift.of(reference, values);
        // (.2 - .5) ln(.2 / .5) + (.5 - .2) ln(.5 / .2) = .5498, halves of shoppers aside
        assertThat(shift.psi()).isCloseTo(.5498, within(.003));
        assertThat(shift.ks()).isCloseTo(.3, within(1e-12));
        assertThat(shift.psiByChance()).isCloseTo(13.816 * 2 / 1_000, within(.001));
        assertThat(shift.exceeds(.25, .25)).isTrue();
    }

    @Test
    void chanceAloneIsNotFlaggedHoweverFewThereAre() {
        Random random = new Random(1);
        int flagged = 0;
        for (int round = 0; round < 400; round++) {
            int size = 40 + random.nextInt(400);
            Sketch reference = Sketch.of(random.doubles(size).toArray(), Baseline.BINS);
            flagged += Shift.of(reference, random.doubles(60).toArray()).exceeds(.1, .1) ? 1 : 0;
        }
        assertThat(flagged).isLessThanOrEqualTo(4);
    }

    @Test
    void whatIsMissingIsABinOfItsOwn() {
        double[] known = new Random(2).doubles(500).toArray();
        double[] half = known.clone();
        Arrays.fill(half, 0, 250, Double.NaN);
        assertThat(Shift.of(Sketch.of(known, Baseline.BINS), half).exceeds(.25, .25))
                .isTrue();
        assertThat(Shift.of(Sketch.of(half, Baseline.BINS), half).psi()).isZero();
    }

    @Test
    void aValueOfGreatMassOrNoValuesAtAllAreNoTrouble() {
        double[] zeros = new double[100];
        assertThat(Sketch.of(zeros, Baseline.BINS).edges()).isEmpty();
        zeros[99] = 5;
        assertThat(Sketch.of(zeros, Baseline.BINS).counts()).containsExactly(99L, 1L);
        assertThat(Shift.of(Sketch.of(new double[0], Baseline.BINS), zeros).exceeds(0, 0))
                .isFalse();
    }
}
