package io.perennial.campaign.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExperimentTests {

    private static final int SHOPPERS = 20_000;
    private static final List<Variant> ONE = List.of(new Variant("default", 1));

    @Test
    void theHeldOutShareLiesWithinFourStandardDeviations() {
        double expected = SHOPPERS * 0.2;
        double deviation = Math.sqrt(SHOPPERS * 0.2 * 0.8);

        assertThat((double) heldOut(new Experiment("win-back", 0.2, ONE))).isCloseTo(expected, within(4 * deviation));
    }

    @Test
    void variantsShareTheTreatedByTheirWeights() {
        Experiment experiment = new Experiment("x", 0.5, List.of(new Variant("a", 3), new Variant("b", 1)));
        long a = shoppers().filter(id -> isVariant(experiment.assign(id), "a")).count();

        assertThat((double) a).isCloseTo(SHOPPERS * 0.375, within(4 * Math.sqrt(SHOPPERS * 0.375 * 0.625)));
    }

    @Test
    void theSameShopperAlwaysGetsTheSameArm() {
        Experiment experiment = new Experiment("win-back", 0.2, ONE);

        assertThat(experiment.assign(UUID.fromString("00000000-0000-0000-0000-000000000001")))
                .isEqualTo(new Assignment.Treated("default", 0.8));
        assertThat(experiment.assign(UUID.fromString("00000000-0000-0000-0000-000000000003")))
                .isEqualTo(experiment.assign(UUID.fromString("00000000-0000-0000-0000-000000000003")));
    }

    @Test
    void aLargerHoldOutContainsTheSmaller() {
        Experiment small = new Experiment("s", 0.1, ONE);
        Experiment large = new Experiment("s", 0.3, ONE);

        assertThat(shoppers().filter(id -> small.assign(id) instanceof Assignment.HeldOut))
                .allMatch(id -> large.assign(id) instanceof Assignment.HeldOut);
    }

    @Test
    void changingTheHoldOutMovesNobodyToAnotherVariant() {
        List<Variant> two = List.of(new Variant("a", 1), new Variant("b", 1));
        Experiment before = new Experiment("s", 0.1, two);
        Experiment after = new Experiment("s", 0.3, two);

        assertThat(shoppers().filter(id -> after.assign(id) instanceof Assignment.Treated))
                .allMatch(id -> isVariant(before.assign(id), "a") == isVariant(after.assign(id), "a"));
    }

    @Test
    void campaignsDrawIndependently() {
        Experiment one = new Experiment("one", 0.5, ONE);
        Experiment other = new Experiment("other", 0.5, ONE);
        long both = shoppers()
                .filter(id ->
                        one.assign(id) instanceof Assignment.HeldOut && other.assign(id) instanceof Assignment.HeldOut)
                .count();

        assertThat((double) both).isCloseTo(SHOPPERS * 0.25, within(4 * Math.sqrt(SHOPPERS * 0.25 * 0.75)));
    }

    @Test
    void propensitiesOfAllArmsSumToOne() {
        Experiment experiment =
                new Experiment("s", 0.2, List.of(new Variant("a", 3), new Variant("b", 2), new Variant("c", 1)));
        double sum = shoppers()
                .map(experiment::assign)
                .distinct()
                .mapToDouble(Assignment::propensity)
                .sum();

        assertThat(sum).isCloseTo(1, within(1e-12));
    }

    private static long heldOut(Experiment experiment) {
        return shoppers()
                .filter(id -> experiment.assign(id) instanceof Assignment.HeldOut)
                .count();
    }

    private static boolean isVariant(Assignment assignment, String name) {
        return assignment instanceof Assignment.Treated(String variant, double ignored) && variant.equals(name);
    }

    private static java.util.stream.Stream<UUID> shoppers() {
        return IntStream.range(0, SHOPPERS)
                .mapToObj(i -> UUID.nameUUIDFromBytes(("shopper" + i).getBytes(StandardCharsets.UTF_8)));
    }
}
