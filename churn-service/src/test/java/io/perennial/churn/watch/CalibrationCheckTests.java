package io.perennial.churn.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** From where what is said and what came true are too far apart. */
class CalibrationCheckTests {

    private static final double BOUND = 0.05;

    @Test
    void aFewPointsAreBorneWhereBothOutcomesAreUsual() {
        assertThat(flagged(20_000, 0.40, 0.44)).isFalse();
        assertThat(flagged(20_000, 0.40, 0.46)).isTrue();
    }

    @Test
    void aRareOutcomeThatHalvesOrDoublesIsSeenThoughThePointsAreFew() {
        assertThat(flagged(20_000, 0.03, 0.03)).isFalse();
        assertThat(flagged(20_000, 0.03, 0.035)).isFalse();
        assertThat(flagged(20_000, 0.03, 0.015)).isTrue();
        assertThat(flagged(20_000, 0.03, 0.06)).isTrue();
        assertThat(flagged(20_000, 0.97, 0.985)).isTrue();
    }

    @Test
    void thatARareOutcomeDidNotComeToBeForAFewIsChance() {
        assertThat(flagged(300, 0.03, 0)).isFalse();
    }

    private static boolean flagged(int shoppers, double said, double truth) {
        Random random = new Random(8);
        List<Outcome> outcomes = IntStream.range(0, shoppers)
                .mapToObj(i -> new Outcome(said, random.nextDouble() < truth, 1))
                .toList();
        return CalibrationCheck.of("lookback", outcomes, BOUND, 1).flagged();
    }
}
