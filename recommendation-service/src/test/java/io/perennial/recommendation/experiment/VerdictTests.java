package io.perennial.recommendation.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.perennial.recommendation.attribution.ArmMoments;
import io.perennial.recommendation.experiment.Experiment.Allocation;
import io.perennial.recommendation.experiment.Experiment.Arm;
import io.perennial.recommendation.experiment.Experiment.Guardrail;
import io.perennial.recommendation.experiment.Experiment.State;
import io.perennial.recommendation.placement.PlacementVariant;
import io.perennial.recommendation.statistics.Comparison;
import io.perennial.recommendation.statistics.Comparison.Validity;
import io.perennial.recommendation.statistics.Distributions;
import io.perennial.recommendation.statistics.Ratio;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VerdictTests {

    @Test
    void normalAndChiSquareAreThoseOfTheTables() {
        assertThat(Distributions.normalQuantile(0.975)).isCloseTo(1.959963985, within(1e-8));
        assertThat(Distributions.normal(-1)).isCloseTo(0.158655254, within(1e-8));
        assertThat(Distributions.chiSquareTail(3.841458821, 1)).isCloseTo(0.05, within(1e-8));
        assertThat(Distributions.chiSquareTail(18.30703805, 10)).isCloseTo(0.05, within(1e-8));
        assertThat(Distributions.chiSquareTail(0, 3)).isEqualTo(1);
    }

    @Test
    void aProportionsVarianceIsTheBinomials() {
        Ratio ratio = Metric.CONVERSION.ratio(converted("a", 1_000, 200));
        assertThat(ratio.value()).isEqualTo(0.2);
        assertThat(ratio.variance()).isCloseTo(0.2 * 0.8 / 999, within(1e-12));
    }

    @Test
    void aClickRatesVarianceCountsShoppersNotViews() {
        // Ten shoppers with ten views each, of which half click always: as if there were ten trials, not a hundred.
        ArmMoments arm = new ArmMoments("a", 10, 0, 100, 50, 0, 0, 1_000, 500, 0, 0, 500, 0);
        assertThat(Metric.CLICK_RATE.ratio(arm).variance()).isCloseTo(0.25 / 9, within(1e-12));
    }

    @Test
    void tooFewShoppersOrSuccessesAreNotEnoughData() {
        Experiment experiment = experiment(null, 0);
        assertThat(verdict(experiment, converted("a", 50, 20), converted("b", 60, 30))
                        .text())
                .isEqualTo("not enough data: each arm needs at least 100 shoppers; a has 50");
        assertThat(verdict(experiment, converted("a", 5_000, 2), converted("b", 5_000, 20))
                        .text())
                .isEqualTo("not enough data: the metric needs at least 30 successes; there are 22");
        assertThat(Verdict.of(experiment, Map.of()).code()).isEqualTo("not-enough-data");
        assertThat(verdict(experiment(20_000L, 0), converted("a", 5_000, 500), converted("b", 5_000, 900))
                        .text())
                .isEqualTo("not enough data: 10000 of 20000 planned shoppers");
    }

    @Test
    void aBetterArmIsNamedWithItsInterval() {
        Verdict verdict = verdict(experiment(10_000L, 0), converted("a", 5_000, 500), converted("b", 5_000, 650));
        assertThat(verdict.winner()).isEqualTo("b");
        assertThat(verdict.text())
                .isEqualTo("b is better than a: conversion 0.1300 against 0.1000,"
                        + " a difference between +0.0175 and +0.0425");
        assertThat(verdict(experiment(null, 0), converted("a", 5_000, 650), converted("b", 5_000, 500))
                        .code())
                .isEqualTo("worse");
        assertThat(verdict(experiment(null, 0), converted("a", 5_000, 500), converted("b", 5_000, 510))
                        .code())
                .isEqualTo("no-difference-shown");
    }

    @Test
    void armsOfTheWrongSizeAreMistrusted() {
        Verdict verdict = verdict(experiment(null, 0), converted("a", 5_000, 500), converted("b", 4_600, 650));
        assertThat(verdict.code()).isEqualTo("mistrust");
        assertThat(verdict.sampleRatio()).isNotNull();
        assertThat(verdict.sampleRatio().p()).isLessThan(0.001);
        Map<String, ArmMoments> withHoldOut = Map.of(
                "a",
                converted("a", 4_500, 500),
                "b",
                converted("b", 4_500, 500),
                Experiment.HOLD_OUT,
                converted(Experiment.HOLD_OUT, 1_000, 100));
        assertThat(Verdict.of(experiment(null, 0.1), withHoldOut).code()).isEqualTo("no-difference-shown");
        assertThat(Verdict.of(experiment(null, 0.2), withHoldOut).code()).isEqualTo("mistrust");
    }

    @Test
    void aBrokenGuardrailOutweighsABetterMetric() {
        ArmMoments control = new ArmMoments("a", 5_000, 500, 0, 0, 0, 50_000, 0, 0, 0, 10_000_000, 0, 0);
        ArmMoments arm = new ArmMoments("b", 5_000, 700, 0, 0, 0, 35_000, 0, 0, 0, 5_000_000, 0, 0);
        Verdict verdict = verdict(experiment(10_000L, 0), control, arm);
        assertThat(verdict.code()).isEqualTo("guardrail-broken");
        assertThat(verdict.text()).startsWith("stop b: it harms revenue-per-shopper");
        assertThat(verdict.winner()).isNull();
    }

    @Test
    void theAlwaysValidIntervalIsWiderAndNarrowsWithShoppers() {
        Ratio few = Metric.CONVERSION.ratio(converted("a", 1_000, 100));
        Ratio many = Metric.CONVERSION.ratio(converted("a", 100_000, 10_000));
        assertThat(width(few, Validity.ALWAYS_VALID)).isGreaterThan(width(few, Validity.FIXED_HORIZON));
        assertThat(width(many, Validity.ALWAYS_VALID)).isLessThan(width(few, Validity.ALWAYS_VALID) / 5);
        Ratio one = Metric.CONVERSION.ratio(converted("a", 1, 0));
        assertThat(width(one, Validity.ALWAYS_VALID)).isInfinite();
    }

    private static double width(Ratio ratio, Validity validity) {
        return Comparison.of(ratio, ratio, validity, 0.05).high();
    }

    private static Verdict verdict(Experiment experiment, ArmMoments a, ArmMoments b) {
        return Verdict.of(experiment, Map.of("a", a, "b", b));
    }

    static ArmMoments converted(String arm, long shoppers, long converted) {
        return new ArmMoments(arm, shoppers, converted, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    static Experiment experiment(@Nullable Long planned, double holdOut) {
        return new Experiment(
                "taste",
                "home",
                State.RUNNING,
                Allocation.FIXED,
                holdOut,
                Metric.CONVERSION,
                planned,
                0.01,
                List.of(new Arm("a", 1, PlacementVariant.NONE), new Arm("b", 1, PlacementVariant.NONE)),
                List.of(new Guardrail(Metric.REVENUE_PER_SHOPPER, 0.05)));
    }
}
