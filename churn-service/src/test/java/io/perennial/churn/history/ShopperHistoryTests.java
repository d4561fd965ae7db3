package io.perennial.churn.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.perennial.common.event.Event;
import io.perennial.common.event.Money;
import io.perennial.common.event.Trust;
import io.perennial.common.testkit.Events;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Histories are independent of order, mergeable, and true as of any time. */
class ShopperHistoryTests {

    private static final Instant DAY = Instant.parse("2026-03-01T10:00:00Z");

    @Test
    void anyOrderOfEventsGivesTheSameHistory() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 50; round++) {
            List<Event> events = RandomEvents.of(random, 60);
            byte[] inOrder = HistoryCodec.write(fold(events));
            List<Event> shuffled = new ArrayList<>(events);
            Collections.shuffle(shuffled, random);
            assertThat(HistoryCodec.write(fold(shuffled))).isEqualTo(inOrder);
            shuffled.addAll(events.subList(0, 20));
            assertThat(HistoryCodec.write(fold(shuffled))).as("repeated events").isEqualTo(inOrder);
        }
    }

    @Test
    void partsWrittenAndReadMergeToTheWhole() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 50; round++) {
            List<Event> events = RandomEvents.of(random, 60);
            List<Event> some = new ArrayList<>();
            List<Event> others = new ArrayList<>();
            events.forEach(event -> (random.nextBoolean() ? some : others).add(event));
            ShopperHistory merged =
                    ShopperHistory.merged(List.of(throughBytes(fold(others)), throughBytes(fold(some))));
            assertThat(HistoryCodec.write(merged)).isEqualTo(HistoryCodec.write(fold(events)));
        }
    }

    @Test
    void anOrderIsWorthWhatWasKnownAtTheTime() {
        ShopperHistory history = fold(List.of(
                Events.order("o1").by("u1").at(DAY).line("p1", 2, "5.00").build(),
                Events.track("Order Updated")
                        .with("order_id", "o1")
                        .by("u1")
                        .at(DAY.plusSeconds(60))
                        .line("p1", 1, "5.00")
                        .build(),
                Events.track("Order Cancelled")
                        .with("order_id", "o1")
                        .by("u1")
                        .at(DAY.plusSeconds(120))
                        .build()));

        assertThat(history.asOf(DAY.minusMillis(1)).orders()).isEmpty();
        assertThat(history.asOf(DAY).orders()).singleElement().satisfies(order -> {
            assertThat(order.amount()).isEqualTo(10);
            assertThat(order.products()).isEqualTo(1);
        });
        assertThat(history.asOf(DAY.plusSeconds(60)).orders()).singleElement().satisfies(order -> {
            assertThat(order.amount()).isEqualTo(5);
            assertThat(order.placedAt()).isEqualTo(DAY);
        });
        assertThat(history.asOf(DAY.plusSeconds(120)).orders()).isEmpty();
    }

    @Test
    void aRefundWithoutAmountGivesTheWholeOrderBack() {
        ShopperHistory history = fold(List.of(
                Events.order("o1").by("u1").at(DAY).line("p1", 2, "5.00").build(),
                Events.refund("o1").by("u1").at(DAY.plusSeconds(60)).build(),
                Events.refund("unseen")
                        .by("u1")
                        .at(DAY.plusSeconds(90))
                        .line("p9", 1, "2.50")
                        .build()));

        assertThat(history.asOf(DAY.plusSeconds(60)).refunded()).isEqualTo(10);
        assertThat(history.asOf(DAY.plusSeconds(90)).refunded()).isEqualTo(12.5);
    }

    @Test
    void ourOwnSendsAreNoBehaviour() {
        ShopperHistory history = fold(List.of(Events.track("Email Opened")
                .by("u1")
                .at(DAY)
                .from(Event.OWN_SOURCE, Trust.SERVER)
                .build()));

        assertThat(history.isEmpty()).isTrue();
    }

    @Test
    void ofOurMessagesItKeepsWhichArrivedAndWereFollowed() {
        Instant later = DAY.plus(Duration.ofHours(5));
        ShopperHistory history = fold(List.of(
                Events.track("Email Delivered")
                        .by("u1")
                        .at(DAY)
                        .from(Event.OWN_SOURCE, Trust.SERVER)
                        .build(),
                Events.track("email opened").by("u1").at(DAY.plusSeconds(9)).build(),
                Events.track("Email Link Clicked").by("u1").at(later).build()));

        HistoryView past = throughBytes(history).asOf(later);
        assertThat(past.moments(Activity.MESSAGE)).containsExactly(DAY.toEpochMilli());
        assertThat(past.moments(Activity.RESPONSE)).containsExactly(later.toEpochMilli());
        assertThat(past.moments(Activity.VISIT)).as("only who clicks comes by").containsExactly(later.toEpochMilli());
    }

    @Test
    void aDiscountIsKeptAtTheRateOfTheAmount() {
        Event order = Events.order("o1")
                .line("p1", 1, "30.00")
                .with("discount", "6.00")
                .by("u1")
                .at(DAY)
                .build();
        ShopperHistory history =
                fold(List.of(order.toBuilder().base(Money.of("12.00", "GBP")).build()));

        assertThat(throughBytes(history).asOf(DAY).orders().getFirst().discount())
                .isEqualTo(2.4); // 30.00 are 12.00 in the shop's currency
    }

    @Test
    void historiesOfTheFormBeforeDiscountsAreRead() {
        // Version 1: an order "o" of a message "m", 12.5 for 2 products of category 7 at 1,000 ms; no refund, no hour.
        ByteBuffer bytes = ByteBuffer.allocate(64);
        bytes.put((byte) 1).put((byte) 1);
        bytes.putShort((short) 1).put((byte) 'o').put((byte) 0).put((byte) 1);
        bytes.putLong(1_000).putShort((short) 1).put((byte) 'm').putDouble(12.5);
        bytes.put((byte) 2).put((byte) 1).putInt(7).put((byte) 0).put((byte) 0);
        ShopperHistory history = HistoryCodec.read(Arrays.copyOf(bytes.array(), bytes.position()));

        assertThat(history.asOf(DAY).orders())
                .containsExactly(new PlacedOrder("o", Instant.ofEpochMilli(1_000), 12.5, 0, 2, List.of(7)));
        assertThat(throughBytes(history).asOf(DAY).orders())
                .isEqualTo(history.asOf(DAY).orders());
    }

    @Test
    void whatTheShopDoesWithAnOrderIsNoVisit() {
        ShopperHistory history = fold(List.of(
                Events.refund("o1").by("u1").at(DAY).build(),
                Events.viewed("p1").by("u1").at(DAY.plus(Duration.ofDays(1))).build()));

        assertThat(history.asOf(DAY.plus(Duration.ofDays(2))).moments(Activity.VISIT))
                .containsExactly(DAY.plus(Duration.ofDays(1)).toEpochMilli());
    }

    @Test
    void theLatestOrdersAreKeptBeyondTheBound() {
        ShopperHistory history = new ShopperHistory();
        for (int i = 0; i < ShopperHistory.ORDERS + 5; i++) {
            history.ordered("o" + i, new OrderVersion(DAY.plusSeconds(i), "m" + i, 1, 1, List.of()));
        }

        HistoryView kept = throughBytes(history).asOf(DAY.plusSeconds(10_000));
        assertThat(kept.orders()).hasSize(ShopperHistory.ORDERS);
        assertThat(kept.orders().getFirst().orderId()).isEqualTo("o5");
    }

    private static ShopperHistory fold(List<Event> events) {
        ShopperHistory history = new ShopperHistory();
        events.forEach(event -> HistoryFold.add(history, event));
        return history;
    }

    private static ShopperHistory throughBytes(ShopperHistory history) {
        return HistoryCodec.read(HistoryCodec.write(history));
    }
}
