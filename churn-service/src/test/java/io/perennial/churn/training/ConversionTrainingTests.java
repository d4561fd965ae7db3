package io.perennial.churn.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.perennial.churn.evaluation.Driver;
import io.perennial.churn.history.Activity;
import io.perennial.churn.history.OrderVersion;
import io.perennial.churn.history.ShopperHistory;
import io.perennial.churn.label.Target;
import io.perennial.churn.label.TimeSplit;
import io.perennial.churn.training.TrainingOutcome.Trained;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Sessions and messages of shoppers whose habits are known: what is learnt of them is what they do. */
class ConversionTrainingTests {

    private static final Instant AS_OF = SimulatedShoppers.AS_OF;
    private static final TrainingSettings QUICK =
            new TrainingSettings(7, Solver.NEWTON, 200_000, List.of(10.0), false, 200, 40, 50);

    @Test
    void whoUsesTheCartBuysMoreOftenAndTheModelSaysSo() {
        Trained trained = train(Target.CONVERSION, 2_000);

        // Most sessions are asked about before the cart is used, when nobody can tell.
        assertThat(trained.report().auc().value()).isGreaterThan(0.62);
        assertThat(trained.report().gainOverRecency().low()).isPositive();
        Driver cart = driver(trained, "session_cart_hours");
        assertThat(cart.oddsRatio().low()).isGreaterThan(1.5);
        // Reviews are written at random here: no driver.
        Driver reviews = driver(trained, "reviews");
        assertThat(reviews.oddsRatio().low()).isLessThan(1);
        assertThat(reviews.oddsRatio().high()).isGreaterThan(1);
    }

    @Test
    void whoFollowsMessagesIsFoundByTheOnesFollowedBefore() {
        Trained trained = train(Target.RESPONSE, 2_000);

        assertThat(trained.report().auc().value()).isGreaterThan(0.7);
        assertThat(trained.report().baseRate()).isCloseTo(0.3, within(0.05)); // half of them .55, half .05
        assertThat(driver(trained, "response_share_90").oddsRatio().low()).isGreaterThan(2);
    }

    @Test
    void everybodyIsThereOnceInAWindow() {
        TrainingData data = data(Target.CONVERSION, 50);
        assertThat(data.evaluation()).doesNotHaveDuplicates().hasSizeLessThanOrEqualTo(50);
        assertThat(data.evaluation().stream().map(LabelledShopper::profileId)).doesNotHaveDuplicates();
        assertThat(data.windows())
                .hasSize(4)
                .allSatisfy(window -> assertThat(window).hasSizeBetween(30, 50));
    }

    private static Trained train(Target target, int shoppers) {
        return (Trained) ModelTrainer.run(data(target, shoppers), QUICK);
    }

    private static TrainingData data(Target target, int shoppers) {
        Duration step = Duration.ofDays(15);
        Duration horizon = target == Target.CONVERSION ? Duration.ofDays(1) : Duration.ofDays(7);
        TrainingData data =
                new TrainingData(target, TimeSplit.endingAt(AS_OF, horizon, Duration.ofDays(1), step, 3, step));
        for (int number = 0; number < shoppers; number++) {
            data.add(SimulatedShoppers.profile(number), life(new Random(number * 0x9E3779B97F4A7C15L)));
        }
        return data;
    }

    /** A hundred days: a session every third day, the cart in 3 of 10 of them, then an order in 6 of 10; else in 1 of 50. */
    private static ShopperHistory life(Random random) {
        ShopperHistory history = new ShopperHistory();
        double follows = random.nextBoolean() ? 0.55 : 0.05;
        for (Instant day = AS_OF.minus(Duration.ofDays(100));
                day.isBefore(AS_OF);
                day = day.plus(Duration.ofDays(1 + random.nextInt(5)))) {
            Instant came = day.plus(Duration.ofMinutes(random.nextInt(600)));
            history.active(Activity.VISIT, came);
            boolean cart = random.nextDouble() < 0.3;
            Instant later = came.plus(Duration.ofMinutes(45));
            if (cart) {
                history.active(Activity.CART, later);
                history.active(Activity.VISIT, later);
            }
            if (random.nextDouble() < (cart ? 0.6 : 0.02)) {
                Instant bought = later.plus(Duration.ofMinutes(10));
                history.active(Activity.VISIT, bought);
                history.ordered("o" + bought, new OrderVersion(bought, "m", 10, 1, List.of()));
            }
            if (random.nextDouble() < 0.1) {
                history.active(Activity.REVIEW, came.plusSeconds(1));
            }
            if (random.nextDouble() < 0.5) {
                Instant sent = came.plus(Duration.ofHours(12));
                history.active(Activity.MESSAGE, sent);
                if (random.nextDouble() < follows) {
                    history.active(Activity.RESPONSE, sent.plus(Duration.ofHours(2)));
                }
            }
        }
        return history;
    }

    private static Driver driver(Trained trained, String feature) {
        List<Driver> drivers = new ArrayList<>(trained.report().drivers());
        drivers.removeIf(driver -> !driver.feature().equals(feature));
        return drivers.getFirst();
    }
}
