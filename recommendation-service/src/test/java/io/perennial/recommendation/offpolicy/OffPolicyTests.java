package io.perennial.recommendation.offpolicy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OffPolicyTests {

    private static final long FIRST_SEED = 1_000;
    private static final int SEEDS = 200;
    private static final int DECISIONS = 2_000;

    /** Rewards' means, by context and arm; what logs; what is to be judged. */
    private static final double[][] REWARDS = {{0.10, 0.20, 0.05}, {0.30, 0.10, 0.15}, {0.02, 0.05, 0.25}};

    private static final double[][] LOGGING = {{0.60, 0.20, 0.20}, {0.25, 0.50, 0.25}, {0.40, 0.40, 0.20}};
    private static final double[][] TARGET = {{0.10, 0.80, 0.10}, {0.80, 0.10, 0.10}, {0.00, 0.20, 0.80}};

    /** A reward model that is wrong in its own way for each arm. */
    private static final double[][] MODEL = {{0.12, 0.12, 0.12}, {0.20, 0.15, 0.10}, {0.10, 0.10, 0.15}};

    @Test
    void byHand() {
        List<LoggedDecision> log = List.of(
                new LoggedDecision(0.5, 1, 1, 0.5, 0.4), // weight 2
                new LoggedDecision(0.5, 0, 1, 0.5, 0.4), // weight 0
                new LoggedDecision(0.25, 0.5, 0, 0.2, 0.4), // weight 2
                new LoggedDecision(1, 1, 1, 0.5, 0.4)); // weight 1
        assertThat(OffPolicy.ips(log).value()).isCloseTo(3 / 4.0, within(1e-12));
        assertThat(OffPolicy.snips(log).value()).isCloseTo(3 / 5.0, within(1e-12));
        // .4 + (2·.5 + 0 − 2·.2 + .5) / 4
        assertThat(OffPolicy.doublyRobust(log).value()).isCloseTo(0.675, within(1e-12));
        assertThat(OffPolicy.ips(log).effective()).isCloseTo(25 / 9.0, within(1e-12));
        // Terms 2, 0, 0, 1 about .75: variance (1.5625 + .5625 + .5625 + .0625) / 3, by 4.
        double half = 1.959963984540054 * Math.sqrt(2.75 / 3 / 4);
        assertThat(OffPolicy.ips(log).high()).isCloseTo(0.75 + half, within(1e-12));
    }

    @Test
    void ninetyFivePercentIntervalsCoverTheTruthAsOftenAsTheySay() {
        double truth = truth();
        System.out.printf("OffPolicyTests seeds %d..%d, truth %.4f%n", FIRST_SEED, FIRST_SEED + SEEDS - 1, truth);
        assertThat(covered("ips", OffPolicy::ips, truth)).isBetween(180, 198);
        assertThat(covered("snips", OffPolicy::snips, truth)).isBetween(180, 198);
        assertThat(covered("doubly robust", OffPolicy::doublyRobust, truth)).isBetween(180, 198);
    }

    @Test
    void aFairRewardModelNarrowsTheInterval() {
        List<LoggedDecision> log = log(FIRST_SEED);
        Estimate ips = OffPolicy.ips(log);
        Estimate robust = OffPolicy.doublyRobust(log);
        assertThat(robust.high() - robust.low()).isLessThan(ips.high() - ips.low());
    }

    @Test
    void aTargetThatWasNeverTriedIsNotEstimated() {
        List<LoggedDecision> log = Stream.generate(() -> new LoggedDecision(0.5, 0, 1, 0, 0))
                .limit(10)
                .toList();
        assertThat(OffPolicy.snips(log).value()).isNaN();
        assertThat(OffPolicy.snips(log).effective()).isZero();
        assertThatIllegalArgumentException().isThrownBy(() -> OffPolicy.ips(log.subList(0, 1)));
        assertThatIllegalArgumentException().isThrownBy(() -> new LoggedDecision(0, 1, 1, 0, 0));
    }

    private static int covered(String name, Function<List<LoggedDecision>, Estimate> estimator, double truth) {
        int covered = 0;
        for (int i = 0; i < SEEDS; i++) {
            Estimate estimate = estimator.apply(log(FIRST_SEED + i));
            covered += estimate.low() <= truth && truth <= estimate.high() ? 1 : 0;
        }
        System.out.printf("OffPolicyTests %s covers in %d of %d%n", name, covered, SEEDS);
        return covered;
    }

    private static List<LoggedDecision> log(long seed) {
        Random random = new Random(seed);
        List<LoggedDecision> log = new ArrayList<>(DECISIONS);
        for (int i = 0; i < DECISIONS; i++) {
            int context = random.nextInt(REWARDS.length);
            int arm = draw(LOGGING[context], random.nextDouble());
            double expected = 0;
            for (int other = 0; other < MODEL.length; other++) {
                expected += TARGET[context][other] * MODEL[context][other];
            }
            log.add(new LoggedDecision(
                    LOGGING[context][arm],
                    TARGET[context][arm],
                    random.nextDouble() < REWARDS[context][arm] ? 1 : 0,
                    MODEL[context][arm],
                    expected));
        }
        return log;
    }

    private static int draw(double[] probabilities, double point) {
        double left = point;
        for (int arm = 0; arm < probabilities.length - 1; arm++) {
            left -= probabilities[arm];
            if (left < 0) {
                return arm;
            }
        }
        return probabilities.length - 1;
    }

    private static double truth() {
        double sum = 0;
        for (int context = 0; context < REWARDS.length; context++) {
            for (int arm = 0; arm < REWARDS.length; arm++) {
                sum += TARGET[context][arm] * REWARDS[context][arm] / REWARDS.length;
            }
        }
        return sum;
    }
}
