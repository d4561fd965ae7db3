package io.perennial.churn.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.perennial.churn.history.OrderVersion;
import io.perennial.churn.history.ShopperHistory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The horizon follows from how the shop's own shoppers order. */
class InterPurchaseTimesTests {

    private static final Instant AS_OF = Instant.parse("2026-06-01T00:00:00Z");

    @Test
    void nineInTenWhoCameBackHadDoneSoByThen() {
        InterPurchaseTimes times = new InterPurchaseTimes();
        for (int gap = 1; gap <= 100; gap++) {
            add(times, 700, 700 - gap);
        }
        assertThat(times.quantile(0.9)).isCloseTo(90, within(1.0));
        assertThat(times.horizonDays(null)).hasValue(90);
    }

    @Test
    void whoOrdersDailyWeighsNoMoreThanAnybodyElse() {
        InterPurchaseTimes times = new InterPurchaseTimes();
        int[] daily = new int[500];
        for (int day = 0; day < daily.length; day++) {
            daily[day] = 600 - day;
        }
        add(times, daily);
        for (int shopper = 0; shopper < 99; shopper++) {
            add(times, 600, 560);
        }
        assertThat(times.quantile(0.5)).isEqualTo(40);
    }

    @Test
    void aStandingHorizonStaysWhileItIsNear() {
        InterPurchaseTimes times = new InterPurchaseTimes();
        for (int shopper = 0; shopper < 60; shopper++) {
            add(times, 700, 700 - 50);
        }
        assertThat(times.horizonDays(null)).hasValue(45);
        assertThat(times.horizonDays(60)).hasValue(60);
        assertThat(times.horizonDays(120)).hasValue(45);
    }

    @Test
    void aYoungShopGetsAHorizonThatItsHistoryBears() {
        InterPurchaseTimes times = new InterPurchaseTimes();
        for (int shopper = 0; shopper < 60; shopper++) {
            add(times, 130, 30);
        }
        assertThat(times.horizonDays(null)).hasValue(30);
    }

    @Test
    void tooFewWhoCameBackSayNothing() {
        InterPurchaseTimes times = new InterPurchaseTimes();
        for (int shopper = 0; shopper < 1_000; shopper++) {
            add(times, shopper < 49 ? new int[] {100, 50} : new int[] {100});
        }
        assertThat(times.horizonDays(null)).isEmpty();
    }

    private static void add(InterPurchaseTimes times, int... daysAgo) {
        ShopperHistory history = new ShopperHistory();
        for (int days : daysAgo) {
            history.ordered("o" + days, new OrderVersion(AS_OF.minus(Duration.ofDays(days)), "m", 1, 1, List.of()));
        }
        times.add(history.asOf(AS_OF));
    }
}
