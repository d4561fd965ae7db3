package io.perennial.profile.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.perennial.common.event.Attributes;
import io.perennial.common.event.CommerceEvent;
import io.perennial.common.event.Event;
import io.perennial.common.event.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Orders and revenue, by hand-computed examples and in any order. */
class PurchasesTests {

    private static final Instant START = Instant.parse("2026-01-01T10:00:00Z");

    private int made;

    @Test
    void revenueIsOrdersLessRefunds() {
        Purchases purchases = purchases(
                said("Order Completed", "o1", "100.10"),
                said("Order Completed", "o2", "50"),
                said("Order Refunded", "o1", "20.05"),
                said("Order Refunded", "o1", "0.05"));
        assertThat(purchases.orders()).isEqualTo(2);
        assertThat(purchases.revenue()).isEqualByComparingTo("130.00");
        assertThat(purchases.meanInterval()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void theSameOrderTwiceCountsOnceWithItsLatestAmount() {
        Purchases purchases = purchases(
                said("Order Completed", "o1", "100"),
                said("Order Completed", "o1", "101"),
                said("Order Updated", "o1", "90"),
                said("Order Updated", "o1", null));
        assertThat(purchases.orders()).isEqualTo(1);
        assertThat(purchases.revenue()).isEqualByComparingTo("90");
        assertThat(purchases.firstAt()).isEqualTo(START.plusSeconds(60));
    }

    @Test
    void aCancelledOrderIsCountedButLeavesNothingNotEvenWhenItIsRefundedToo() {
        Purchases purchases = purchases(
                said("Order Completed", "o1", "100"),
                said("Order Cancelled", "o1", "100"),
                said("Order Refunded", "o1", "100"));
        assertThat(purchases.orders()).isEqualTo(1);
        assertThat(purchases.standing()).isZero();
        assertThat(purchases.revenue()).isZero();
        assertThat(purchases.lastAt()).isNull();
    }

    @Test
    void aRefundOfAnOrderNobodySawLowersRevenue() {
        Purchases purchases = purchases(said("Order Refunded", "C1", "12.50"));
        assertThat(purchases.orders()).isZero();
        assertThat(purchases.revenue()).isEqualByComparingTo("-12.50");
        assertThat(purchases(said("Order Refunded", "C1", "-12.50")).revenue()).isEqualByComparingTo("-12.50");
    }

    @Test
    void aRefundWithoutAmountOrProductsTakesTheWholeOrder() {
        assertThat(purchases(said("Order Completed", "o1", "100"), said("Order Refunded", "o1", null))
                        .revenue())
                .isZero();
    }

    @Test
    void anUpdateAloneIsNoOrder() {
        Purchases purchases = purchases(said("Order Updated", "o1", "70"));
        assertThat(purchases.orders()).isZero();
        assertThat(purchases.revenue()).isZero();
    }

    @RepeatedTest(20)
    void orderAndSplitDoNotMatter() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        System.out.println("PurchasesTests seed " + seed);
        String[] names = {"Order Completed", "Order Completed", "Order Updated", "Order Refunded", "Order Cancelled"};
        List<Order> all = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            String amount = random.nextInt(8) == 0
                    ? null
                    : BigDecimal.valueOf(random.nextInt(9999), 2).toString();
            all.add(said(names[random.nextInt(names.length)], "o" + random.nextInt(60), amount));
        }
        Purchases inOrder = Purchases.of(all);
        Collections.shuffle(all, random);
        Map<String, Order> one = new HashMap<>();
        Map<String, Order> other = new HashMap<>();
        all.forEach(order -> (random.nextBoolean() ? one : other).merge(order.orderId(), order, Order::merge));
        List<Order> parts = new ArrayList<>(other.values());
        parts.addAll(one.values());

        Purchases merged = Purchases.of(parts);

        assertThat(merged.revenue()).isEqualByComparingTo(inOrder.revenue());
        assertThat(merged.orders()).isEqualTo(inOrder.orders());
        assertThat(merged.standing()).isEqualTo(inOrder.standing());
        assertThat(merged.firstAt()).isEqualTo(inOrder.firstAt());
        assertThat(merged.lastAt()).isEqualTo(inOrder.lastAt());
    }

    private static Purchases purchases(Order... said) {
        return Purchases.of(List.of(said));
    }

    private Order said(String name, String orderId, @Nullable String amount) {
        made++;
        Map<String, Object> properties = new HashMap<>(Map.of("order_id", orderId));
        if (amount != null) {
            properties.put("revenue", amount);
        }
        Event event = Event.builder()
                .name(name)
                .messageId("m" + made)
                .userId("u")
                .source("shop")
                .timestamp(START.plusSeconds(60L * made))
                .properties(Attributes.of(properties))
                .base(amount == null ? null : Money.of(amount, "GBP"))
                .build();
        Order order = Orders.saidBy(event, CommerceEvent.of(event));
        assertThat(order).isNotNull();
        return order;
    }
}
