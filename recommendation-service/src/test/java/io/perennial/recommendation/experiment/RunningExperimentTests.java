package io.perennial.recommendation.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.perennial.recommendation.experiment.Experiment.Allocation;
import io.perennial.recommendation.experiment.Experiment.Arm;
import io.perennial.recommendation.experiment.Experiment.State;
import io.perennial.recommendation.placement.Diversity;
import io.perennial.recommendation.placement.Filters;
import io.perennial.recommendation.placement.Placement;
import io.perennial.recommendation.placement.PlacementVariant;
import io.perennial.recommendation.placement.Sources;
import io.perennial.recommendation.signature.Exposure;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RunningExperimentTests {

    private static final Placement HOME = home(1, 1, true);
    private static final PlacementVariant POPULAR = new PlacementVariant(0.0, 0.0, null, null, null);

    @Test
    void aShopperGetsTheSameArmOnEveryReplica() {
        RunningExperiment one = running(Allocation.FIXED, "salt", 0.1);
        RunningExperiment other = running(Allocation.FIXED, "salt", 0.1);
        for (int i = 0; i < 200; i++) {
            String shopper = "shopper-" + i;
            assertThat(one.choose(HOME, shopper, () -> 0.9)).isEqualTo(other.choose(HOME, shopper, () -> 0.1));
        }
    }

    @Test
    void armsAndHoldOutHaveTheirShares() {
        RunningExperiment running = running(Allocation.FIXED, "salt", 0.1);
        Map<String, Integer> counts = new HashMap<>();
        for (int i = 0; i < 20_000; i++) {
            Choice choice = running.choose(HOME, "shopper-" + i, () -> 0);
            counts.merge(Objects.requireNonNull(choice.exposure()).arm(), 1, Integer::sum);
        }
        assertThat(counts.getOrDefault(Experiment.HOLD_OUT, 0) / 20_000.0).isCloseTo(0.1, within(0.01));
        assertThat(counts.getOrDefault("as-it-is", 0) / 20_000.0).isCloseTo(0.9 * 0.75, within(0.015));
        assertThat(counts.getOrDefault("popular-only", 0) / 20_000.0).isCloseTo(0.9 * 0.25, within(0.015));
    }

    @Test
    void anArmsSettingsReplaceThePlacementsAndItsProbabilityIsLogged() {
        RunningExperiment running = running(Allocation.FIXED, "salt", 0.1);
        for (int i = 0; i < 100; i++) {
            Choice choice = running.choose(HOME, "shopper-" + i, () -> 0);
            switch (Objects.requireNonNull(choice.exposure()).arm()) {
                case "popular-only" -> {
                    assertThat(choice.placement()).isEqualTo(home(0, 0, false));
                    assertThat(choice.propensity()).isCloseTo(0.9 * 0.25, within(1e-12));
                }
                case "as-it-is" -> {
                    assertThat(choice.placement()).isEqualTo(HOME);
                    assertThat(choice.propensity()).isCloseTo(0.9 * 0.75, within(1e-12));
                }
                default -> assertThat(choice.propensity()).isEqualTo(0.1);
            }
        }
    }

    @Test
    void anotherSaltDrawsIndependently() {
        RunningExperiment one = running(Allocation.FIXED, "salt", 0);
        RunningExperiment other = running(Allocation.FIXED, "pepper", 0);
        int both = 0;
        for (int i = 0; i < 10_000; i++) {
            both += popular(one, i) && popular(other, i) ? 1 : 0;
        }
        assertThat(both / 10_000.0).isCloseTo(1 / 16.0, within(0.01));
    }

    @Test
    void whoIsNotKnownTakesPartInABanditOnly() {
        assertThat(running(Allocation.FIXED, "salt", 0).choose(HOME, null, () -> 0))
                .isEqualTo(new Choice(HOME, 1, null));
        Random random = new Random(7);
        Choice choice = running(Allocation.THOMPSON, "salt", 0).choose(HOME, null, random::nextDouble);
        assertThat(Objects.requireNonNull(choice.exposure()).unit()).isEqualTo(Exposure.NOBODY);
        assertThat(choice.propensity()).isIn(0.75, 0.25);
    }

    private static boolean popular(RunningExperiment running, int shopper) {
        return "popular-only"
                .equals(Objects.requireNonNull(running.choose(HOME, "shopper-" + shopper, () -> 0)
                                .exposure())
                        .arm());
    }

    private static RunningExperiment running(Allocation allocation, String salt, double holdOut) {
        Experiment experiment = new Experiment(
                "taste",
                "home",
                State.RUNNING,
                allocation,
                holdOut,
                Metric.CLICK_RATE,
                null,
                0.01,
                List.of(new Arm("as-it-is", 3, PlacementVariant.NONE), new Arm("popular-only", 1, POPULAR)),
                List.of());
        return new RunningExperiment(experiment, salt, List.of(0.75, 0.25));
    }

    private static Placement home(double personalWeight, double contextWeight, boolean ranker) {
        return new Placement(
                "home",
                0,
                true,
                true,
                false,
                personalWeight,
                contextWeight,
                new Sources(2, 1, 0.5, 0.5, 0.2, 1),
                Filters.NONE,
                List.of(),
                Diversity.NONE,
                0,
                ranker);
    }
}
