package io.perennial.churn.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.perennial.churn.history.OrderVersion;
import io.perennial.churn.history.ShopperHistory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Survival, hazard and forecast against textbooks and known truths. */
class RetentionTests {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration HORIZON = Duration.ofDays(30);

    /** Weeks of remission under 6-MP (Freireich et al. 1963); negative: censored. */
    private static final int[] REMISSION = {
        6, 6, 6, -6, 7, -9, 10, -10, -11, 13, 16, -17, -19, -20, 22, 23, -25, -32, -32, -34, -35
    };

    @Test
    void kaplanMeierIsTheTextbooksOnTheRemissionData() {
        List<KaplanMeier.Step> steps = KaplanMeier.of(remission());

        assertThat(steps).extracting(KaplanMeier.Step::days).containsExactly(6.0, 7.0, 10.0, 13.0, 16.0, 22.0, 23.0);
        assertThat(steps).extracting(KaplanMeier.Step::atRisk).containsExactly(21, 17, 15, 12, 11, 7, 6);
        double[] survival = {.857, .807, .753, .690, .627, .538, .448};
        double[] error = {.0764, .0869, .0963, .1068, .1141, .1282, .1346};
        for (int i = 0; i < steps.size(); i++) {
            assertThat(steps.get(i).survival()).isCloseTo(survival[i], within(.0006));
            assertThat(steps.get(i).standardError()).isCloseTo(error[i], within(.0001));
        }
        // The log(-log) interval of R's survfit(conf.type = "log-log") at 6 weeks.
        assertThat(steps.getFirst().low()).isCloseTo(.620, within(.001));
        assertThat(steps.getFirst().high()).isCloseTo(.952, within(.001));
    }

    @Test
    void nobodyLeftAndEverybodyLeftAreNoCertainty() {
        List<KaplanMeier.Step> steps =
                KaplanMeier.of(List.of(new Lifetime(START, 10, true), new Lifetime(START, 20, true)));
        assertThat(steps.getLast().survival()).isZero();
        assertThat(steps.getLast().high()).isEqualTo(steps.getFirst().high()).isPositive();

        Cohort.Member staying = new Cohort.Member(new Lifetime(START, 40, false), new ShopperHistory().asOf(START));
        Cohort.Share share =
                Cohort.of("few", List.of(staying, staying)).survival().getFirst();
        assertThat(share.share()).isEqualTo(1);
        assertThat(share.low()).isCloseTo(2 / (2 + 1.96 * 1.96), within(1e-3));
    }

    @Test
    void theHazardIsWhoLeftOverTheDaysSpent() {
        List<Hazard> hazards = Hazard.byTenure(remission(), 100);
        assertThat(hazards).singleElement().satisfies(hazard -> {
            assertThat(hazard.ended()).isEqualTo(9);
            assertThat(hazard.exposureDays()).isEqualTo(359);
            assertThat(hazard.perThirtyDays().value()).isCloseTo(9 * 30 / 359.0, within(1e-12));
            // Exact Poisson limits of a count of 9 are 4.115 and 17.085.
            assertThat(hazard.perThirtyDays().low()).isCloseTo(4.115 * 30 / 359, within(.002));
            assertThat(hazard.perThirtyDays().high()).isCloseTo(17.085 * 30 / 359, within(.002));
        });
    }

    @Test
    void aLifetimeEndsWhenTheSilenceHasLastedTheHorizon() {
        assertThat(lifetime(100, 0, 20)).satisfies(lifetime -> {
            assertThat(lifetime.days()).isEqualTo(50);
            assertThat(lifetime.ended()).isTrue();
        });
        assertThat(lifetime(40, 0, 20)).isEqualTo(new Lifetime(START, 40, false));
        assertThat(lifetime(100, 0, 60)).as("who comes back had left").isEqualTo(new Lifetime(START, 30, true));
        assertThat(Lifetime.of(new ShopperHistory().asOf(START), HORIZON)).isEmpty();
    }

    @Test
    void theKnownHazardOfSimulatedShoppersIsWithinTheIntervals() {
        Random random = new Random(11);
        List<Lifetime> lifetimes = new ArrayList<>();
        for (int i = 0; i < 4_000; i++) {
            double stays = -Math.log(random.nextDouble()) * 120;
            double known = 30 + random.nextInt(300);
            lifetimes.add(new Lifetime(START, Math.min(stays, known), stays <= known));
        }
        long covered = KaplanMeier.of(lifetimes).stream()
                .filter(step -> step.days() < 250)
                .filter(step ->
                        Math.exp(-step.days() / 120) >= step.low() && Math.exp(-step.days() / 120) <= step.high())
                .count();
        long all = KaplanMeier.of(lifetimes).stream()
                .filter(step -> step.days() < 250)
                .count();
        assertThat((double) covered / all).isGreaterThan(0.9);
        assertThat(Hazard.byTenure(lifetimes, 60).subList(0, 4))
                .allSatisfy(hazard -> assertThat(30 / 120.0)
                        .isBetween(
                                hazard.perThirtyDays().low(),
                                hazard.perThirtyDays().high()));
    }

    @Test
    void smoothingOfALevelWithNoiseBeatsTheLastValueAndItsIntervalsHold() {
        Random random = new Random(5);
        double[] rates = random.doubles(104).map(u -> 0.05 + 0.02 * (u - 0.5)).toArray();
        ExponentialSmoothing.BackTest test = ExponentialSmoothing.backTest(rates);
        assertThat(test.meanAbsoluteError()).isLessThan(test.naiveError());
        assertThat(test.coverage()).isBetween(0.88, 1.0);
        assertThat(ExponentialSmoothing.fit(rates).forecast(4)).hasSize(4).allSatisfy(said -> {
            assertThat(said.value()).isCloseTo(0.05, within(0.005));
            assertThat(said.low()).isLessThan(said.value());
        });
        assertThat(ExponentialSmoothing.fit(new double[] {1, 2, 3, 4, 5, 6}).alpha())
                .isEqualTo(1);
    }

    @Test
    void theChurnRateCountsWhoWasThereAndLeft() {
        Instant now = START.plus(Duration.ofDays(14));
        ChurnRate rate = ChurnRate.of(
                List.of(
                        new Lifetime(START, 14, false),
                        new Lifetime(START, 3, true),
                        new Lifetime(START, 9, true),
                        new Lifetime(START.plus(Duration.ofDays(8)), 6, false)),
                now,
                2);
        assertThat(rate.weeks()).extracting(ChurnRate.Week::there).containsExactly(3, 2);
        assertThat(rate.weeks()).extracting(ChurnRate.Week::left).containsExactly(1, 1);
        assertThat(rate.forecast()).isEmpty();
    }

    private static List<Lifetime> remission() {
        List<Lifetime> lifetimes = new ArrayList<>();
        for (int weeks : REMISSION) {
            lifetimes.add(new Lifetime(START, Math.abs(weeks), weeks > 0));
        }
        return lifetimes;
    }

    private static Lifetime lifetime(int asOfDay, int... orderDays) {
        ShopperHistory history = new ShopperHistory();
        for (int day : orderDays) {
            history.ordered("o" + day, new OrderVersion(START.plus(Duration.ofDays(day)), "m" + day, 1, 1, List.of()));
        }
        return Lifetime.of(history.asOf(START.plus(Duration.ofDays(asOfDay))), HORIZON)
                .orElseThrow();
    }
}
