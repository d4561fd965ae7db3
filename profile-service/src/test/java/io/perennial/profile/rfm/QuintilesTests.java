package io.perennial.profile.rfm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Quintiles by hand-computed examples. */
class QuintilesTests {

    @Test
    void fiveDifferentValuesScoreOneToFive() {
        Quintiles quintiles = Quintiles.of(new double[] {30, 10, 50, 20, 40});
        assertThat(quintiles.cuts()).containsExactly(10.0, 20.0, 30.0, 40.0);
        assertThat(Arrays.stream(new double[] {10, 20, 30, 40, 50}).mapToInt(quintiles::score))
                .containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void tiesScoreAlikeAndTheCrowdTakesTheLowestScoreItTouches() {
        // six of ten have one order
        Quintiles quintiles = Quintiles.of(new double[] {1, 1, 1, 1, 1, 1, 2, 3, 4, 9});
        assertThat(quintiles.cuts()).containsExactly(1.0, 1.0, 1.0, 3.0);
        assertThat(quintiles.score(1)).isEqualTo(1);
        assertThat(quintiles.score(2)).isEqualTo(4);
        assertThat(quintiles.score(3)).isEqualTo(4);
        assertThat(quintiles.score(4)).isEqualTo(5);
    }

    @Test
    void whereAllAreEqualAllScoreOne() {
        assertThat(Quintiles.of(new double[] {7, 7, 7, 7, 7, 7}).score(7)).isEqualTo(1);
    }

    @Test
    void aValueBeyondTheKnownScoresAtTheEnds() {
        Quintiles quintiles = Quintiles.of(new double[] {1, 2, 3, 4, 5});
        assertThat(quintiles.score(-100)).isEqualTo(1);
        assertThat(quintiles.score(100)).isEqualTo(5);
    }

    @Test
    void fifthsAreEquallyLargeWithoutTies() {
        Random random = new Random(7);
        double[] values = random.doubles(1000).toArray();
        Quintiles quintiles = Quintiles.of(values.clone());
        for (int score = 1; score <= 5; score++) {
            int wanted = score;
            assertThat(Arrays.stream(values)
                            .filter(value -> quintiles.score(value) == wanted)
                            .count())
                    .isEqualTo(200);
        }
    }

    @Test
    void fewerThanFiveBuyersHaveNoScaleAndFewerThanTwentyRepeatBuyersNoRhythm() {
        BuyerColumns four = new BuyerColumns();
        for (int i = 0; i < 4; i++) {
            four.add(0, 10, 2, 5);
        }
        Population population = four.population(Instant.EPOCH, "");
        assertThat(population.cutPoints()).isNull();
        assertThat(population.interval()).isNull();
        BuyerColumns twenty = new BuyerColumns();
        for (int i = 1; i <= 20; i++) {
            twenty.add(0, 86_400.0 * i, 2, i);
        }
        assertThat(twenty.population(Instant.EPOCH, "").interval()).isEqualTo(Duration.ofDays(11));
    }
}
