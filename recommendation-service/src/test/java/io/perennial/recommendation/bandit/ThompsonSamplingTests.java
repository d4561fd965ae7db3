package io.perennial.recommendation.bandit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ThompsonSamplingTests {

    private static final long FIRST_SEED = 2_000;
    private static final int SEEDS = 20;
    private static final int ROUNDS = 20_000;

    /** Answers between two looks at the posteriors, as in a service that polls. */
    private static final int POLL = 50;

    private static final double[] RATES = {0.05, 0.10, 0.07, 0.03};
    private static final double EXPLORATION = 0.01;
    private static final double EPSILON = 0.1;

    @Test
    void probabilitiesOfBeingBestAreThoseOfTheIntegral() {
        // P(Beta(2,1) > Beta(1,1)): the integral of 2x · x.
        assertThat(best(new BetaPosterior(1, 0), new BetaPosterior(0, 0))).isCloseTo(2 / 3.0, within(1e-3));
        // P(Beta(3,1) > Beta(1,2)): the integral of 3x² (2x − x²).
        assertThat(best(new BetaPosterior(2, 0), new BetaPosterior(0, 1))).isCloseTo(0.9, within(1e-3));
        assertThat(best(new BetaPosterior(5, 7), new BetaPosterior(5, 7))).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void aMillionViewsBesideNoneAreIntegratedToo() {
        double[] probabilities = ThompsonSampling.probabilities(
                List.of(new BetaPosterior(100_000, 900_000), new BetaPosterior(0, 0)), 0);
        assertThat(probabilities[0]).isCloseTo(0.1, within(2e-3));
        double[] close = ThompsonSampling.probabilities(
                List.of(new BetaPosterior(100_000, 900_000), new BetaPosterior(100_424, 899_576)), 0);
        // A difference of one standard deviation: Φ(1) = .8413.
        assertThat(close[1]).isCloseTo(0.8413, within(3e-3));
    }

    @Test
    void explorationIsAFloor() {
        double[] probabilities = ThompsonSampling.probabilities(
                List.of(new BetaPosterior(1_000, 1_000), new BetaPosterior(1, 2_000)), 0.02);
        assertThat(probabilities[1]).isCloseTo(0.01, within(1e-9));
        assertThat(DoubleStream.of(probabilities).sum()).isCloseTo(1, within(1e-12));
    }

    @Test
    void drawsAreAsProbable() {
        List<Double> probabilities = List.of(0.2, 0.5, 0.3);
        int[] drawn = new int[3];
        IntStream.range(0, 1_000).forEach(i -> drawn[ThompsonSampling.draw(probabilities, (i + 0.5) / 1_000)]++);
        assertThat(drawn).containsExactly(200, 500, 300);
    }

    @Test
    void regretGrowsSublinearlyAndStaysBelowEpsilonGreedys() {
        double[] thompson = meanRegret(posteriors -> ThompsonSampling.probabilities(posteriors, EXPLORATION));
        double[] greedy = meanRegret(posteriors -> epsilonGreedy(posteriors));
        System.out.printf(
                "ThompsonSamplingTests seeds %d..%d: regret at %d / %d rounds: Thompson %.1f / %.1f (ratio %.3f),"
                        + " ε-greedy %.1f / %.1f%n",
                FIRST_SEED,
                FIRST_SEED + SEEDS - 1,
                ROUNDS / 2,
                ROUNDS,
                thompson[0],
                thompson[1],
                thompson[1] / thompson[0],
                greedy[0],
                greedy[1]);
        assertThat(thompson[1]).isLessThanOrEqualTo(1.3 * thompson[0]);
        assertThat(thompson[0]).isLessThan(greedy[0]);
        assertThat(thompson[1]).isLessThan(greedy[1]);
    }

    /** Of the best arm so far, but for a share of ε that is dealt out evenly. */
    private static double[] epsilonGreedy(List<BetaPosterior> posteriors) {
        int best = IntStream.range(0, posteriors.size())
                .reduce((one, other) ->
                        posteriors.get(other).mean() > posteriors.get(one).mean() ? other : one)
                .orElseThrow();
        double[] probabilities = new double[posteriors.size()];
        Arrays.fill(probabilities, EPSILON / posteriors.size());
        probabilities[best] += 1 - EPSILON;
        return probabilities;
    }

    /** Expected regret at half and at all rounds, averaged over the seeds. */
    private static double[] meanRegret(Function<List<BetaPosterior>, double[]> policy) {
        double[] mean = new double[2];
        for (int seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(FIRST_SEED + seed);
            double[] successes = new double[RATES.length];
            double[] failures = new double[RATES.length];
            List<Double> probabilities = List.of();
            double regret = 0;
            for (int round = 0; round < ROUNDS; round++) {
                if (round == ROUNDS / 2) {
                    mean[0] += regret / SEEDS;
                }
                if (round % POLL == 0) {
                    probabilities = DoubleStream.of(policy.apply(IntStream.range(0, RATES.length)
                                    .mapToObj(arm -> new BetaPosterior(successes[arm], failures[arm]))
                                    .toList()))
                            .boxed()
                            .toList();
                }
                int arm = ThompsonSampling.draw(probabilities, random.nextDouble());
                if (random.nextDouble() < RATES[arm]) {
                    successes[arm]++;
                } else {
                    failures[arm]++;
                }
                regret += 0.10 - RATES[arm];
            }
            mean[1] += regret / SEEDS;
        }
        return mean;
    }

    private static double best(BetaPosterior one, BetaPosterior other) {
        return ThompsonSampling.probabilities(List.of(one, other), 0)[0];
    }
}
