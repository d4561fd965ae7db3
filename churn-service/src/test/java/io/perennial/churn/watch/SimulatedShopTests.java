package io.perennial.churn.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.perennial.churn.drift.DailyFlow;
import io.perennial.churn.fairness.FairnessCheck;
import io.perennial.churn.history.ShopperHistory;
import io.perennial.churn.label.Target;
import io.perennial.churn.label.Window;
import io.perennial.churn.training.TrainedModels;
import io.perennial.churn.trait.Trait;
import io.perennial.churn.treatment.Treatment;
import io.perennial.churn.watch.WatchReport.Kind;
import io.perennial.common.identity.ProfileId;
import io.perennial.common.testkit.Samples;
import io.perennial.common.topic.ProfileState;
import io.perennial.common.topic.TopicCodec;
import io.perennial.common.topic.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The watch on a shop whose truth is known: silent while all is well, and soon aware of what is not. */
class SimulatedShopTests {

    private static final int SHOPPERS = 1_500;
    private static final Duration HORIZON = Duration.ofDays(30);
    private static final int TRAINED_ON = 150;
    private static final Trait TRAIT = new Trait("segment:g");
    private static final Watcher WATCHER = new Watcher(new Watcher.Bounds(0.25, 0.25, 0.05, 0.1, 50), List.of(TRAIT));

    /** {@link CalibrationTests} says how well it is. */
    @Test
    void aHealthyModelIsFoundCalibrated() {
        SimulatedShop shop = new SimulatedShop(SHOPPERS, 240, 1, i -> 0.01, UnaryOperator.identity());
        TrainedModels trained = train(shop);
        WatchReport later = look(trained, 181, shop.histories());
        assertThat(later.calibration()).isNotNull().satisfies(check -> {
            assertThat(check.flagged()).isFalse();
            assertThat(check.gap().low()).isNegative();
            assertThat(check.gap().high()).isPositive();
        });
    }

    @Test
    void driftOfDaySixtyIsAlarmedWithinTwoDaysAndNothingBefore() {
        // Sixty days after the training: prices arrive in cents; every second order is lost; amounts are lost.
        List<UnaryOperator<SimulatedShop.Order>> breaks = List.of(
                order -> new SimulatedShop.Order(order.shopper(), order.day(), order.amount() * 100),
                order -> order.shopper() % 2 == 0 ? new SimulatedShop.Order(order.shopper(), order.day(), -1) : order,
                order -> new SimulatedShop.Order(order.shopper(), order.day(), 0));
        int day = TRAINED_ON + 60;
        TrainedModels trained = train(shop(day, UnaryOperator.identity()));
        for (int kind = 0; kind < breaks.size(); kind++) {
            Map<ProfileId, ShopperHistory> shoppers =
                    shop(day, breaks.get(kind)).histories();
            assertThat(look(trained, day, shoppers).alerts())
                    .as("the day before of " + kind)
                    .noneMatch(alert -> alert.kind() == Kind.QUALITY);
            assertThat(look(trained, day + 2, shoppers).alerts())
                    .as("two days after " + kind)
                    .anyMatch(alert -> alert.kind() == Kind.QUALITY);
        }
    }

    /** The same shop each time, but for what goes wrong from the day on. */
    private static SimulatedShop shop(int day, UnaryOperator<SimulatedShop.Order> broken) {
        return new SimulatedShop(
                3_000, day + 3, 20, i -> 0.002, order -> order.day() < day ? order : broken.apply(order));
    }

    @Test
    void aBiasedTraitIsFlaggedAndAnEvenOneIsNot() {
        // Shoppers of the segment, which no feature knows, leave five times as fast.
        SimulatedShop biased =
                new SimulatedShop(3_000, 200, 3, i -> i % 3 == 0 ? 0.05 : 0.004, UnaryOperator.identity());
        WatchReport report = look(train(biased), 180, biased.histories());
        assertThat(report.fairness()).anySatisfy(check -> {
            assertThat(check.flagged()).isTrue();
            assertThat(check.trait()).isEqualTo("segment:g");
        });
        assertThat(report.alerts()).anyMatch(alert -> alert.kind() == Kind.FAIRNESS);

        SimulatedShop even = new SimulatedShop(3_000, 200, 4, i -> 0.01, UnaryOperator.identity());
        assertThat(look(train(even), 180, even.histories()).fairness())
                .isNotEmpty()
                .noneMatch(FairnessCheck::flagged);
    }

    @Test
    void whomOurCampaignsKeptIsNotHeldAgainstTheModel() {
        // Half of those at risk were contacted, which kept them all; the others were held out.
        Random random = new Random(6);
        List<Outcome> outcomes = new ArrayList<>();
        Instant asOf = SimulatedShop.at(0);
        for (int i = 0; i < 4_000; i++) {
            double said = random.nextDouble();
            boolean leaves = random.nextDouble() < said;
            boolean sent = said > 0.5 && random.nextBoolean();
            List<Treatment> treatments =
                    said > 0.5 ? List.of(new Treatment(sent, 0.5, asOf.plus(Duration.ofDays(3)))) : List.of();
            outcomes.add(new Outcome(said, leaves && !sent, Treatment.weight(Target.CHURN, treatments, asOf, HORIZON)));
        }
        CalibrationCheck honest = CalibrationCheck.of("published", outcomes, 0.05, 1);
        assertThat(honest.flagged()).isFalse();
        assertThat(honest.gap().low()).isNegative();
        assertThat(honest.gap().high()).isPositive();
        assertThat(honest.treated()).isBetween(900, 1_100);

        List<Outcome> naive = outcomes.stream()
                .map(outcome -> new Outcome(outcome.probability(), outcome.cameToBe(), 1))
                .toList();
        assertThat(CalibrationCheck.of("published", naive, 0.05, 1).flagged()).isTrue();
    }

    private static TrainedModels train(SimulatedShop shop) {
        return TrainedModels.of(shop.histories(), SimulatedShop.at(TRAINED_ON), HORIZON);
    }

    private static WatchReport look(TrainedModels trained, int day, Map<ProfileId, ShopperHistory> shoppers) {
        Window now = Window.before(SimulatedShop.at(day), Target.CHURN, TrainedModels.STEP);
        WatchSample sample = new WatchSample(trained.model(), now, HORIZON, List.of(TRAIT));
        DailyFlow flow = new DailyFlow(now.until());
        ProfileState in = state(List.of("g"));
        ProfileState out = state(List.of());
        int number = 0;
        for (Map.Entry<ProfileId, ShopperHistory> shopper : shoppers.entrySet()) {
            sample.add(shopper.getKey(), shopper.getValue(), number++ % 3 == 0 ? in : out, List.of());
            flow.add(shopper.getValue().asOf(now.until()));
        }
        return WATCHER.look("m", sample, trained.baseline(), flow.checks(), List.of());
    }

    private static ProfileState state(List<String> segments) {
        ProfileState sample = TopicCodec.of(ProfileState.class).read(Samples.of(Topics.PROFILE));
        return new ProfileState(
                sample.profileId(),
                1,
                sample.updatedAt(),
                List.of(),
                List.of(),
                "active",
                null,
                null,
                1,
                1,
                null,
                null,
                null,
                sample.consents(),
                List.of(),
                null,
                segments,
                sample.personal());
    }
}
