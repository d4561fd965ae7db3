package io.perennial.churn.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.perennial.churn.history.Activity;
import io.perennial.churn.history.HistoryFold;
import io.perennial.churn.history.OrderVersion;
import io.perennial.churn.history.RandomEvents;
import io.perennial.churn.history.Refund;
import io.perennial.churn.history.ShopperHistory;
import io.perennial.common.event.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Features by hand, in words, and blind to what comes later. */
class FeatureSetTests {

    private static final Instant AS_OF = Instant.parse("2026-06-01T00:00:00Z");

    @Test
    void valuesAreWhatOneComputesByHand() {
        ShopperHistory history = regular();

        FeatureVector features = FeatureSet.BUYERS.extract(history, AS_OF).orElseThrow();

        // Orders 100, 60, 40 days and 40 days less an hour ago; gaps between order days 40 and 20.
        assertValue(features, "days_since_order", 40 - 1 / 24.0);
        assertValue(features, "mean_gap", 30);
        assertValue(features, "gap_ratio", (40 - 1 / 24.0) / 30);
        assertValue(features, "silence_chance", Math.exp(-(40 - 1 / 24.0) / 30));
        assertValue(features, "gap_variation", 10 / 30.0);
        assertValue(features, "tenure", 100);
        assertValue(features, "order_days", 3);
        assertValue(features, "orders", 4);
        assertValue(features, "orders_30", 0);
        assertValue(features, "orders_90", 3);
        assertValue(features, "orders_180", 4);
        assertValue(features, "revenue", 100);
        assertValue(features, "revenue_90", 90);
        assertValue(features, "last_order_value", 40);
        assertValue(features, "refunds", 1);
        assertValue(features, "refund_share", 0.25);
        assertValue(features, "order_breadth", 2.5);
        assertValue(features, "last_order_breadth", 4);
        assertValue(features, "categories", 2);
        assertValue(features, "days_since_visit", 10 - 3 / 24.0);
        assertValue(features, "visit_days_7", 0);
        assertValue(features, "visit_days_30", 2);
        assertValue(features, "visit_days_90", 3);
        assertValue(features, "sessions_90", 4);
        assertValue(features, "discount_share", 0.2);
        assertValue(features, "reviews", 1);
        assertValue(features, "messages_30", 2);
        assertValue(features, "response_share_90", 0.5);
        assertValue(features, "visit_days_since_order", 2);
        assertValue(features, "cart_days_since_order", 1);
    }

    @Test
    void columnsAreScaledAndIndicateWhatIsMissing() {
        FeatureVector features = FeatureSet.BUYERS.extract(once(), AS_OF).orElseThrow();
        double[] columns = features.columns();

        assertThat(columns).hasSize(FeatureSet.BUYERS.columns().size());
        assertThat(columns[FeatureSet.BUYERS.columns().indexOf("orders")]).isCloseTo(Math.log(2), within(1e-12));
        assertThat(columns[FeatureSet.BUYERS.columns().indexOf("mean_gap")]).isNaN();
        assertThat(columns[FeatureSet.BUYERS.columns().indexOf("mean_gap.missing")])
                .isEqualTo(1);
        assertThat(columns[FeatureSet.BUYERS.columns().indexOf("categories.missing")])
                .isEqualTo(1);
        assertThat(FeatureSet.BUYERS.columns()).doesNotContain("orders.missing");
    }

    @Test
    void wordsNameTheRhythmWhereThereIsOne() {
        int recency = FeatureSet.BUYERS.indexOf("days_since_order");
        assertThat(FeatureSet.BUYERS.extract(regular(), AS_OF).orElseThrow().text(recency))
                .isEqualTo("no order for 40 days; usually every 30 days");
        FeatureVector once = FeatureSet.BUYERS.extract(once(), AS_OF).orElseThrow();
        assertThat(once.text(recency)).isEqualTo("no order for 1 day");
        assertThat(once.text(FeatureSet.BUYERS.indexOf("gap_ratio")))
                .isEqualTo("ordered on one day only, so no rhythm is known");
        assertThat(once.text(FeatureSet.BUYERS.indexOf("refunds"))).isEqualTo("no refunds");
        assertThat(once.text(FeatureSet.BUYERS.indexOf("visit_days_30"))).isEqualTo("active on no days of the last 30");
        FeatureVector fresh = FeatureSet.BUYERS
                .extract(once(), AS_OF.minus(Duration.ofHours(20)))
                .orElseThrow();
        assertThat(fresh.text(recency)).isEqualTo("no order for less than a day");
    }

    @Test
    void everyTextIsFilledWhateverIsMissing() {
        for (ShopperHistory history : List.of(regular(), once())) {
            FeatureVector features = FeatureSet.BUYERS.extract(history, AS_OF).orElseThrow();
            for (int feature = 0; feature < FeatureSet.BUYERS.size(); feature++) {
                assertThat(features.text(feature))
                        .doesNotContain("{", "NaN", "_")
                        .isNotBlank();
            }
        }
    }

    @Test
    void whoHasNotOrderedYetHasNoFeatures() {
        assertThat(FeatureSet.BUYERS.extract(once(), AS_OF.minus(Duration.ofDays(2))))
                .isEmpty();
        assertThat(FeatureSet.BUYERS.extract(new ShopperHistory(), AS_OF)).isEmpty();
    }

    @Test
    void trainingAndLiveFeaturesAreEqualAndBlindToWhatComesLater() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        int extracted = 0;
        for (int round = 0; round < 1_000; round++) {
            List<Event> events = RandomEvents.of(random, 60);
            Instant asOf = RandomEvents.START.plus(Duration.ofMinutes(random.nextInt(RandomEvents.DAYS * 24 * 60)));
            ShopperHistory whole = new ShopperHistory();
            events.forEach(event -> HistoryFold.add(whole, event));
            // Live: only what has come by then, under two identifiers, merged when read.
            ShopperHistory known = new ShopperHistory();
            ShopperHistory anonymous = new ShopperHistory();
            events.stream()
                    .filter(event -> !event.occurredAt().isAfter(asOf))
                    .forEach(event -> HistoryFold.add(random.nextBoolean() ? known : anonymous, event));
            ShopperHistory past = ShopperHistory.merged(List.of(known, anonymous));

            double[] live = FeatureSet.BUYERS
                    .extract(past, asOf)
                    .map(FeatureVector::columns)
                    .orElseGet(() -> new double[0]);
            double[] training = FeatureSet.BUYERS
                    .extract(whole, asOf)
                    .map(FeatureVector::columns)
                    .orElseGet(() -> new double[0]);

            assertThat(training).containsExactly(live);
            extracted += live.length > 0 ? 1 : 0;
        }
        assertThat(extracted).isGreaterThan(700);
    }

    @Test
    void aPlantedFutureChangesNothing() {
        ShopperHistory past = regular();
        ShopperHistory planted = regular();
        Instant next = AS_OF.plusMillis(1);
        for (String order : List.of("a", "e")) { // another version of one it knows, and a new one
            planted.ordered(order, new OrderVersion(next, "future-" + order, 1e9, 1_000, List.of(99)));
        }
        planted.cancelled("b", next);
        planted.refunded("future", new Refund(next, "c", 1e9));
        for (Activity activity : Activity.values()) {
            planted.active(activity, next);
        }
        FeatureVector seen = FeatureSet.BUYERS.extract(planted, AS_OF).orElseThrow();
        assertThat(seen.columns())
                .containsExactly(
                        FeatureSet.BUYERS.extract(past, AS_OF).orElseThrow().columns());
        assertThat(FeatureSet.BUYERS.extract(planted, next).orElseThrow().columns())
                .as("a millisecond later it shows")
                .isNotEqualTo(seen.columns());
    }

    @Test
    void namesAreDistinctAndTheHashFollowsTheMeaning() {
        Set<String> names = FeatureSet.BUYERS.features().stream()
                .map(FeatureDefinition::name)
                .collect(Collectors.toSet());
        assertThat(names).hasSameSizeAs(FeatureSet.BUYERS.features());
        assertThat(FeatureSet.BUYERS.hash()).matches("[0-9a-f]{16}");
    }

    private static void assertValue(FeatureVector features, String name, double expected) {
        assertThat(features.value(FeatureSet.BUYERS.indexOf(name))).as(name).isCloseTo(expected, within(1e-9));
    }

    private static ShopperHistory regular() {
        ShopperHistory history = new ShopperHistory();
        order(history, "a", 100, 10, 1, 7);
        order(history, "b", 60, 20, 2, 7);
        order(history, "c", 40, 30, 3, 8);
        history.ordered("d", new OrderVersion(ago(40).plus(Duration.ofHours(1)), "d", 40, 25, 4, List.of()));
        history.refunded("r", new Refund(ago(30), "b", 25.0));
        history.active(Activity.VISIT, ago(50));
        history.active(Activity.VISIT, ago(20));
        history.active(Activity.VISIT, ago(10));
        history.active(Activity.VISIT, ago(10).plus(Duration.ofHours(1))); // the same session
        history.active(Activity.VISIT, ago(10).plus(Duration.ofHours(3))); // another one
        history.active(Activity.CART, ago(10));
        history.active(Activity.REVIEW, ago(45));
        history.active(Activity.MESSAGE, ago(12));
        history.active(Activity.MESSAGE, ago(5));
        history.active(Activity.RESPONSE, ago(12).plus(Duration.ofHours(2)));
        return history;
    }

    private static ShopperHistory once() {
        ShopperHistory history = new ShopperHistory();
        history.ordered("a", new OrderVersion(ago(1), "a", 10, 1, List.of()));
        return history;
    }

    private static void order(
            ShopperHistory history, String id, int daysAgo, double amount, int products, int category) {
        history.ordered(id, new OrderVersion(ago(daysAgo), id, amount, products, List.of(category)));
    }

    private static Instant ago(int days) {
        return AS_OF.minus(Duration.ofDays(days));
    }
}
