package io.perennial.recommendation.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.perennial.recommendation.attribution.ArmMoments;
import io.perennial.recommendation.experiment.Experiment.Allocation;
import io.perennial.recommendation.experiment.Experiment.Arm;
import io.perennial.recommendation.experiment.Experiment.State;
import io.perennial.recommendation.placement.PlacementVariant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * 200 simulated A/B experiments each, with a shopper's tastes of their own, so that views of one are alike: how often the
 * verdict is right and wrong, against the rates it states: at most 5 % wrong, and 90 % power at the planned number.
 */
class AbSimulationTests {

    private static final long FIRST_SEED = 3_000;
    private static final int SEEDS = 200;

    /** 5 % false calls of 200, and three standard deviations of their number. */
    private static final int MOST_FALSE = 10 + 9;

    /** 90 % of 200, less three standard deviations. */
    private static final int FEWEST_RIGHT = 180 - 13;

    /** Shoppers of an arm for 90 % power at the variances of {@link Sums}: (1.960 + 1.282)² · (.0889 + .0928) / .02². */
    private static final int PLANNED = 4_780;

    private static final int PEEK = 500;

    @Test
    void atThePlannedNumberTheBetterArmIsCalledAsOftenAsThePowerSays() {
        Calls calls = calls("fixed horizon, B better", PLANNED, PLANNED, 0.02, 2L * PLANNED);
        assertThat(calls.better).isGreaterThanOrEqualTo(FEWEST_RIGHT);
        assertThat(calls.worse).isLessThanOrEqualTo(1);
    }

    @Test
    void atThePlannedNumberEqualArmsAreToldApartAsSeldomAsAlphaSays() {
        Calls calls = calls("fixed horizon, equal", PLANNED, PLANNED, 0, 2L * PLANNED);
        assertThat(calls.better + calls.worse).isLessThanOrEqualTo(MOST_FALSE);
    }

    @Test
    void readTwentyTimesTheAlwaysValidVerdictIsWrongNoMoreOften() {
        Calls calls = calls("always valid, equal, read 20 times", 20 * PEEK, PEEK, 0, null);
        assertThat(calls.better + calls.worse).isLessThanOrEqualTo(MOST_FALSE);
    }

    @Test
    void theAlwaysValidVerdictFindsTheBetterArmToo() {
        Calls calls = calls("always valid, B better, read 30 times", 30 * PEEK, PEEK, 0.02, null);
        assertThat(calls.better).isGreaterThanOrEqualTo(FEWEST_RIGHT);
        assertThat(calls.worse).isLessThanOrEqualTo(1);
    }

    /** How often the first call that an experiment makes is which. */
    private record Calls(int better, int worse, int none) {}

    private static Calls calls(String name, int shoppers, int peek, double lift, @Nullable Long planned) {
        Experiment experiment = experiment(planned);
        int[] calls = new int[3];
        for (int seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(FIRST_SEED + seed);
            Sums a = new Sums();
            Sums b = new Sums();
            int called = 2;
            for (int i = 0; i < shoppers && called == 2; i += peek) {
                a.add(random, peek, 0);
                b.add(random, peek, lift);
                String code = Verdict.of(experiment, Map.of("a", a.moments("a"), "b", b.moments("b")))
                        .code();
                called = code.equals("better") ? 0 : code.equals("worse") ? 1 : 2;
            }
            calls[called]++;
        }
        System.out.printf(
                "AbSimulationTests %s, seeds %d..%d: better %d, worse %d, none %d%n",
                name, FIRST_SEED, FIRST_SEED + SEEDS - 1, calls[0], calls[1], calls[2]);
        return new Calls(calls[0], calls[1], calls[2]);
    }

    /** Sums over shoppers, as the tables hold them. */
    private static final class Sums {

        private long shoppers;
        private double seen;
        private double clicked;
        private double seenSquares;
        private double clickedSquares;
        private double products;

        /**
         * One to five views a shopper; they click on each with a probability of 0 or .4, one like the other, and the lift. So
         * the residual clicks − .2 views has a variance of 3 · .5 · .24 within shoppers and 11 · .04 between them: .80, by the
         * squared mean of views .0889; with the lift .0928. As independent views it would be .16 / 3 = .0533.
         */
        void add(Random random, int count, double lift) {
            for (int i = 0; i < count; i++) {
                int views = 1 + random.nextInt(5);
                double rate = (random.nextBoolean() ? 0.4 : 0) + lift;
                int clicks = 0;
                for (int view = 0; view < views; view++) {
                    clicks += random.nextDouble() < rate ? 1 : 0;
                }
                shoppers++;
                seen += views;
                clicked += clicks;
                seenSquares += views * views;
                clickedSquares += clicks * clicks;
                products += clicks * views;
            }
        }

        ArmMoments moments(String arm) {
            return new ArmMoments(
                    arm, shoppers, 0, seen, clicked, 0, 0, seenSquares, clickedSquares, 0, 0, products, 0);
        }
    }

    private static Experiment experiment(@Nullable Long planned) {
        return new Experiment(
                "taste",
                "home",
                State.RUNNING,
                Allocation.FIXED,
                0,
                Metric.CLICK_RATE,
                planned,
                0.01,
                List.of(new Arm("a", 1, PlacementVariant.NONE), new Arm("b", 1, PlacementVariant.NONE)),
                List.of());
    }
}
