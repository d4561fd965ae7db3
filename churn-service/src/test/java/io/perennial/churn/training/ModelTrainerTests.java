package io.perennial.churn.training;

import static io.perennial.churn.training.SimulatedShoppers.AS_OF;
import static io.perennial.churn.training.SimulatedShoppers.HORIZON;
import static io.perennial.churn.training.SimulatedShoppers.ordering;
import static io.perennial.churn.training.SimulatedShoppers.profile;
import static io.perennial.churn.training.SimulatedShoppers.shoppers;
import static io.perennial.churn.training.SimulatedShoppers.split;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.perennial.churn.evaluation.Predictions;
import io.perennial.churn.feature.FeatureSet;
import io.perennial.churn.label.Target;
import io.perennial.churn.label.TimeSplit;
import io.perennial.churn.learning.Sample;
import io.perennial.churn.training.TrainingOutcome.Refused;
import io.perennial.churn.training.TrainingOutcome.Trained;
import io.perennial.churn.treatment.Treatment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What training gives, refuses and repeats. */
class ModelTrainerTests {

    private static final TrainingSettings QUICK =
            new TrainingSettings(7, Solver.NEWTON, 200_000, List.of(10.0, 100.0), false, 200, 40, 50);

    @Test
    void sameDataAndSeedGiveTheSameModelWhateverTheOrder() {
        Trained first = (Trained) ModelTrainer.run(shoppers(400, 1), QUICK);
        Trained second = (Trained) ModelTrainer.run(shoppers(400, 2), QUICK);
        assertThat(second.model().coefficients(FeatureSet.BUYERS.columns()))
                .isEqualTo(first.model().coefficients(FeatureSet.BUYERS.columns()));
        assertThat(second.report()).isEqualTo(first.report());
    }

    @Test
    void tribuoAndNewtonGiveTheSameModel() {
        TrainingData data = shoppers(300, 1);
        Trained newton = (Trained) ModelTrainer.run(data, QUICK);
        Trained tribuo = (Trained) ModelTrainer.run(
                data, new TrainingSettings(7, Solver.TRIBUO, 2_000_000, List.of(10.0, 100.0), false, 200, 40, 50));
        assertThat(tribuo.trainer()).startsWith("Tribuo");
        assertThat(tribuo.penalty()).isEqualTo(newton.penalty());
        // On later shoppers; how near the optimum both are: LinearTrainerTests.
        assertThat(tribuo.report().logLoss()).isCloseTo(newton.report().logLoss(), within(3e-3));
    }

    @Test
    void itFindsWhoLeavesAndBeatsTheBaseRate() {
        Trained trained = (Trained) ModelTrainer.run(shoppers(600, 1), QUICK);
        assertThat(trained.report().auc().value()).isGreaterThan(0.75);
        assertThat(trained.report().logLoss()).isLessThan(trained.report().baseLogLoss());
        assertThat(trained.report().reliability()).hasSize(10);
        assertThat(trained.report().asOf()).isEqualTo(SimulatedShoppers.split().evaluation());
    }

    @Test
    void challengersSayWhatTheyLookAt() {
        Trained trained = (Trained) ModelTrainer.run(shoppers(600, 1), QUICK);
        assertThat(trained.report().challengers()).hasSize(2).allSatisfy(challenger -> {
            assertThat(challenger.importance())
                    .hasSameSizeAs(FeatureSet.BUYERS.features())
                    .isSortedAccordingTo(Comparator.comparingDouble(
                            importance -> -importance.meanContribution().value()));
            // Who leaves is told by the silence, alone or against the shopper's own rhythm; nobody here is refunded.
            assertThat(challenger.importance().getFirst().feature())
                    .isIn("days_since_order", "gap_ratio", "silence_chance");
            assertThat(challenger.importance())
                    .filteredOn(importance -> importance.feature().equals("refunds"))
                    .allSatisfy(importance ->
                            assertThat(importance.meanContribution().value()).isZero());
        });
    }

    @Test
    void tenShoppersAreNotEnough() {
        Refused refused = (Refused) ModelTrainer.run(shoppers(10, 1), QUICK);
        assertThat(refused.reason()).isEqualTo("not-enough-shoppers");
        assertThat(refused.detail()).startsWith("10 shoppers to learn from, 200 are needed");
    }

    @Test
    void nobodyIsNotEnough() {
        assertThat(ModelTrainer.run(new TrainingData(Target.CHURN, split()), QUICK))
                .isInstanceOf(Refused.class);
    }

    @Test
    void oneClassIsNotEnough() {
        TrainingData data = new TrainingData(Target.CHURN, split());
        for (int i = 0; i < 300; i++) {
            data.add(profile(i), ordering(List.of(AS_OF.minus(Duration.ofDays(300)))));
        }
        Refused refused = (Refused) ModelTrainer.run(data, QUICK);
        assertThat(refused.reason()).isEqualTo("not-enough-of-each-class");
        assertThat(refused.detail()).contains("300 have the outcome \"churn\" and 0 have not");
    }

    @Test
    void aWorldThatTurnedRoundIsRefused() {
        // Who ordered early in the snapshot's past came back then, and does not later; who ordered late the other way
        // round.
        TrainingData data = new TrainingData(Target.CHURN, split());
        Instant evaluation = SimulatedShoppers.split().evaluation();
        Instant snapshot = SimulatedShoppers.split().training().getFirst();
        Random random = new Random(3);
        for (int i = 0; i < 400; i++) {
            List<Instant> orders = new ArrayList<>();
            boolean stays = random.nextBoolean();
            orders.add(snapshot.minus(Duration.ofDays(random.nextInt(10, 60))));
            if (stays) {
                orders.add(snapshot.plus(Duration.ofDays(random.nextInt(1, 29))));
            }
            if (random.nextDouble() < 0.5) {
                orders.add(evaluation.plus(Duration.ofDays(random.nextInt(1, 29))));
            }
            data.add(profile(i), ordering(orders));
        }
        assertThat(ModelTrainer.run(data, QUICK)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.reason()).isEqualTo("worse-than-base-rate");
            assertThat(refused.detail()).contains("base rate");
        });
    }

    @Test
    void whomACampaignKeptTeachesNothingAndWhomItHeldOutStandsForThem() {
        TimeSplit split = TimeSplit.endingAt(AS_OF, HORIZON, Duration.ofDays(1), Duration.ZERO, 1, Duration.ofDays(10));
        Instant snapshot = split.earliest();
        Instant before = snapshot.minus(Duration.ofDays(40));
        Instant after = snapshot.plus(Duration.ofDays(5));
        Instant decided = snapshot.plus(Duration.ofDays(1));
        TrainingData data = new TrainingData(Target.CHURN, split);
        // Two who would have left came for the coupon, two like them were held out; two more were never in question.
        for (int i = 0; i < 2; i++) {
            data.add(profile(i), ordering(List.of(before, after)), List.of(new Treatment(true, 0.5, decided)));
            data.add(profile(10 + i), ordering(List.of(before)), List.of(new Treatment(false, 0.5, decided)));
            data.add(profile(20 + i), ordering(List.of(before, after)));
        }
        Sample sample = LabelledShopper.sample(data.training());
        assertThat(sample.size()).isEqualTo(4);
        assertThat(sample.totalWeight()).isEqualTo(6);
        assertThat(sample.baseRate()).isCloseTo(4 / 6.0, within(1e-12));
        assertThat(data.treated()).isEqualTo(2);
        assertThat(data.evaluation()).as("decided before, known by then").hasSize(6);
    }

    @Test
    void equalWeightOfBothClassesLeavesTheLevelRight() {
        TrainingData data = shoppers(900, 1);
        Trained natural = (Trained) ModelTrainer.run(data, QUICK);
        Trained balanced = (Trained) ModelTrainer.run(
                data, new TrainingSettings(7, Solver.NEWTON, 200_000, List.of(10.0, 100.0), true, 200, 40, 50));
        assertThat(balanced.model().weights()).isNotEqualTo(natural.model().weights());
        assertThat(mean(balanced.unseen())).isCloseTo(mean(natural.unseen()), within(0.02));
        assertThat(balanced.report().auc().value())
                .isCloseTo(natural.report().auc().value(), within(0.02));
    }

    private static double mean(Predictions said) {
        double sum = 0;
        for (int i = 0; i < said.size(); i++) {
            sum += said.probability(i);
        }
        return sum / said.size();
    }
}
