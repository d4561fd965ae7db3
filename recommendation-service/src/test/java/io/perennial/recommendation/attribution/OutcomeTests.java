package io.perennial.recommendation.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.perennial.common.event.CommerceEvent;
import io.perennial.common.event.Event;
import io.perennial.common.event.Money;
import io.perennial.common.event.Trust;
import io.perennial.common.testkit.Events;
import io.perennial.recommendation.signature.RecommendationId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OutcomeTests {

    private static final RecommendationId ID =
            new RecommendationId(1, Instant.parse("2026-03-01T10:00:00Z"), "home", "personal", List.of(), 1, null);

    @Test
    void anyOrderAndRepetitionLeaveTheSameOutcome() {
        long seed = System.nanoTime();
        System.out.println("OutcomeTests seed " + seed);
        Random random = new Random(seed);
        List<Outcome> told = new ArrayList<>(List.of(Outcome.seen(ID), Outcome.clicked(ID), Outcome.carted(ID)));
        for (int i = 0; i < 30; i++) {
            told.add(Outcome.ordered(ID, "o" + random.nextInt(20)));
        }
        Outcome expected = told.stream().reduce(Outcome::merge).orElseThrow();
        for (int round = 0; round < 50; round++) {
            Collections.shuffle(told, random);
            Outcome folded = told.getFirst();
            for (Outcome one : told) {
                folded = folded.merge(one);
            }
            assertThat(folded).as("seed %d", seed).isEqualTo(expected);
        }
        assertThat(expected.sales()).hasSize(Outcome.MOST_SALES);
    }

    @Test
    void anOrderKeepsItsPlaceWhateverBecomesOfIt() {
        Outcome one = Outcome.ordered(ID, "o1").selling(Map.of("o1", new Sale(true, BigDecimal.TEN)));
        assertThat(one.merge(Outcome.ordered(ID, "o1"))).isEqualTo(one);
        assertThat(one.selling(Map.of("o2", new Sale(true, BigDecimal.ONE)))).isEqualTo(one);
        assertThat(one.tally().ordered()).isOne();
        Outcome cancelled = one.selling(Map.of("o1", Sale.NONE));
        assertThat(cancelled.tally()).isEqualTo(Outcome.seen(ID).tally());
        assertThat(cancelled.sales()).containsOnlyKeys("o1");
    }

    @Test
    void anOrdersRevenueIsSharedByTheLinesThatNameARecommendation() {
        Event order = Events.track("Order Completed")
                .by("u1")
                .with("order_id", "o1")
                .with(
                        "products",
                        List.of(
                                Map.of("product_id", "a", "price", 10, "quantity", 2, "recommendation_id", "r1.x"),
                                Map.of("product_id", "b", "price", 5, "recommendation_id", "r1.y"),
                                Map.of("product_id", "c", "price", 25)))
                .build()
                .toBuilder()
                .base(Money.of("40.00", "EUR")) // of 50 as the lines say: a discount and a rate
                .build();
        assertThat(read(order, true)).containsOnlyKeys("r1.x", "r1.y");
        assertThat(revenue(order, "r1.x")).isEqualByComparingTo("16");
        assertThat(revenue(order, "r1.y")).isEqualByComparingTo("4");
    }

    @Test
    void anOrderThatNamesARecommendationItselfCountsWhole() {
        Event order = Events.order("o1")
                .by("u1")
                .with("recommendation_id", "r1.x")
                .line("a", 2, "3.50")
                .line("b", 1, "1.00")
                .build();
        assertThat(read(order, true)).containsOnlyKeys("r1.x");
        assertThat(revenue(order, "r1.x")).isEqualByComparingTo("8");
    }

    @Test
    void browsersOrdersCountOnlyWhereTheShopSaysSo() {
        Event order = Events.order("o1")
                .by("u1")
                .from("web", Trust.BROWSER)
                .with("recommendation_id", "r1.x")
                .line("a", 1, "1.00")
                .build();
        assertThat(read(order, false)).isEmpty();
        assertThat(read(order, true)).hasSize(1);
    }

    @Test
    void viewsAndRemovalsAreNoOutcome() {
        assertThat(read(
                        Events.viewed("a")
                                .with("recommendation_id", "r1.x")
                                .by("u1")
                                .build(),
                        true))
                .isEmpty();
    }

    private static Map<String, OutcomeReader.Claim> read(Event event, boolean fromBrowsers) {
        return OutcomeReader.read(event, Objects.requireNonNull(CommerceEvent.of(event)), fromBrowsers);
    }

    private static BigDecimal revenue(Event event, String id) {
        AttributedOrderReader.Told told = AttributedOrderReader.read(
                event, Objects.requireNonNull(CommerceEvent.of(event)), Map.of("r1.x", 1L, "r1.y", 2L));
        long nonce = id.equals("r1.x") ? 1 : 2;
        return Objects.requireNonNull(
                        Objects.requireNonNull(told).order().sales().get(nonce))
                .revenue();
    }
}
