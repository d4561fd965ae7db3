package io.perennial.churn.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.perennial.churn.evaluation.Predictions;
import io.perennial.churn.feature.FeatureSet;
import io.perennial.churn.label.Target;
import io.perennial.churn.training.TrainedModels;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What models say of shoppers whose true hazard is known, beside what is true and what came: in twenty shops, each with a model of
 * its own, asked on a day it has never seen. The bounds are what chance allows, but for the fifths, where they are what was measured.
 */
@TestInstance(Lifecycle.PER_CLASS)
class CalibrationTests {

    private static final int SHOPS = 20;
    private static final int SHOPPERS = 1_500;
    private static final int TRAINED_ON = 150;
    private static final int ASKED_ON = 180;
    private static final int HORIZON_DAYS = 30;
    private static final Duration HORIZON = Duration.ofDays(HORIZON_DAYS);

    /** Student's t of 95 % with 19 degrees of freedom. */
    private static final double T = 2.093;

    private final List<List<Asked>> shops = IntStream.rangeClosed(1, SHOPS)
            .parallel()
            .mapToObj(CalibrationTests::shop)
            .toList();

    /** One shopper: what the model says, the probability that is true, and what came of it. */
    private record Asked(double said, double truth, boolean left) {}

    /** A mean over shops with its 95 % interval. */
    private record Mean(double value, double half) {

        static Mean of(double... values) {
            double mean = Arrays.stream(values).average().orElseThrow();
            double squares = Arrays.stream(values)
                    .map(value -> (value - mean) * (value - mean))
                    .sum();
            return new Mean(mean, T * Math.sqrt(squares / (values.length - 1) / values.length));
        }

        @Override
        public String toString() {
            return "%+.4f ± %.4f".formatted(value, half);
        }
    }

    /** Measured: +.0043 ± .0070; in one shop it is off by .0145 (standard deviation), since a model has learnt from chance too. */
    @Test
    void overShopsTheMeanProbabilityIsTheTrueOne() {
        Mean bias = misfit(shop -> shop);
        System.out.println("said less true: " + bias);
        assertThat(Math.abs(bias.value())).isLessThan(bias.half());
        assertThat(bias.half()).as("so narrow that it says something").isLessThan(0.01);
    }

    /**
     * Of 20 intervals of 95 % one is missed on average, and more than three in 1.6 % of cases. Measured: 18 of 20 cover. The interval is that
     * of the outcomes alone (± .029), without what the model has learnt from chance, so 95 % is more than can be asked for.
     */
    @Test
    void inAShopTheIntervalOfTheObservedRateCoversTheMeanProbability() {
        long covered = shops.stream().filter(CalibrationTests::isCovered).count();
        System.out.println("covered: " + covered + " of " + SHOPS);
        assertThat(covered).isGreaterThanOrEqualTo(17);
    }

    /**
     * A line of log-odds cannot follow the truth everywhere, and with more data it is off all the same. Measured, from the fifth that is
     * least likely to leave: -.026 ± .011, +.046 ± .020, +.054 ± .014, -.033 ± .007, -.020 ± .006. So it is not calibrated fifth by fifth; this holds it to be off by 7 points at most.
     */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void inAFifthOfTheShoppersItIsOffByAFewPoints(int fifth) {
        Mean misfit = misfit(shop -> shop.subList(fifth * shop.size() / 5, (fifth + 1) * shop.size() / 5));
        System.out.println("said less true in fifth " + fifth + ": " + misfit);
        assertThat(Math.abs(misfit.value()) + misfit.half()).isLessThan(0.07);
    }

    private Mean misfit(UnaryOperator<List<Asked>> some) {
        return Mean.of(shops.stream()
                .map(some)
                .mapToDouble(shoppers -> mean(shoppers, Asked::said) - mean(shoppers, Asked::truth))
                .toArray());
    }

    private static boolean isCovered(List<Asked> shop) {
        double observed = mean(shop, asked -> asked.left() ? 1 : 0);
        double half = 1.96 * Math.sqrt(observed * (1 - observed) / shop.size());
        return Math.abs(mean(shop, Asked::said) - observed) <= half;
    }

    private static double mean(List<Asked> shoppers, ToDoubleFunction<Asked> what) {
        return shoppers.stream().mapToDouble(what).average().orElseThrow();
    }

    /** Its shoppers by what is said of them, the least first. */
    private static List<Asked> shop(int seed) {
        SimulatedShop shop = new SimulatedShop(SHOPPERS, 240, seed, i -> 0.01, UnaryOperator.identity());
        TrainedModels trained = TrainedModels.of(shop.histories(), SimulatedShop.at(TRAINED_ON), HORIZON);
        Instant asOf = SimulatedShop.at(ASKED_ON);
        List<Asked> asked = new ArrayList<>();
        for (SimulatedShop.Life life : shop.lives().values()) {
            FeatureSet.BUYERS
                    .extract(life.history(), asOf)
                    .ifPresent(features -> asked.add(new Asked(
                            Predictions.sigmoid(trained.model().logOdds(features.columns())),
                            life.probability(ASKED_ON, HORIZON_DAYS),
                            Target.CHURN.outcome(life.history(), asOf, HORIZON))));
        }
        asked.sort(Comparator.comparingDouble(Asked::said));
        return asked;
    }
}
