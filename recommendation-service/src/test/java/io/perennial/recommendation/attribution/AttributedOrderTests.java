package io.perennial.recommendation.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.perennial.common.event.CommerceEvent;
import io.perennial.common.event.Event;
import io.perennial.common.event.Money;
import io.perennial.common.event.Trust;
import io.perennial.common.testkit.Events;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AttributedOrderTests {

    private static final long X = 1;
    private static final long Y = 2;
    private static final Map<String, Long> NONCES = Map.of("r1.x", X, "r1.y", Y);

    @Test
    void anyOrderAndRepetitionLeaveTheSameOrder() {
        long seed = System.nanoTime();
        System.out.println("AttributedOrderTests seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 100; round++) {
            List<AttributedOrder> told = new ArrayList<>(Stream.generate(() -> told(anyEvent(random)))
                    .limit(30)
                    .filter(Objects::nonNull)
                    .toList());
            AttributedOrder expected =
                    told.stream().reduce(AttributedOrder::merge).orElseThrow();
            told.addAll(told.subList(0, told.size() / 2));
            Collections.shuffle(told, random);
            AttributedOrder folded = AttributedOrder.UNKNOWN;
            for (AttributedOrder one : told) {
                folded = AttributedOrderCodec.read(AttributedOrderCodec.write(folded.merge(one)));
            }
            assertThat(folded).as("seed %d, round %d", seed, round).isEqualTo(expected);
            assertThat(folded.sales()).as("seed %d, round %d", seed, round).isEqualTo(expected.sales());
            assertThat(folded.refunds()).hasSizeLessThanOrEqualTo(AttributedOrder.MOST_REFUNDS);
            assertThat(folded.sales().values())
                    .allMatch(sale -> sale.revenue().signum() >= 0
                            && (sale.ordered() || sale.revenue().signum() == 0));
        }
    }

    @Test
    void aCancelledOrderIsNoOrderWhateverIsSaidAfterwards() {
        Event cancelled = says("Order Cancelled", 1).build();
        assertThat(sales(ordered(), cancelled)).isEqualTo(Map.of(X, Sale.NONE, Y, Sale.NONE));
        assertThat(sales(cancelled, ordered(), updated(2, line("a", 9, "1.00"))))
                .isEqualTo(Map.of(X, Sale.NONE, Y, Sale.NONE));
    }

    @Test
    void aWholeRefundLeavesAnOrderThatBringsNothing() {
        assertThat(sales(Events.refund("o1").by("u1").build(), ordered()))
                .isEqualTo(Map.of(X, sale("0"), Y, sale("0")));
    }

    @Test
    void linesGivenBackAreTakenFromTheRecommendationTheyCameOf() {
        assertThat(sales(Events.refund("o1").by("u1").line("a", 1, "8.00").build(), ordered()))
                .isEqualTo(Map.of(X, sale("12"), Y, sale("5")));
        assertThat(sales(
                        ordered(),
                        Events.refund("o1").by("u1").line("c", 1, "25.00").build()))
                .isEqualTo(Map.of(X, sale("20"), Y, sale("5")));
    }

    @Test
    void aLineGivesBackAtMostWhatItBroughtAndARefundToldTwiceCountsOnce() {
        Event refund = Events.refund("o1").by("u1").line("b", 1, "3.00").build();
        assertThat(sales(refund, ordered(), refund)).containsEntry(Y, sale("2"));
        Event other = Events.refund("o1").by("u1").line("b", 1, "3.00").build();
        assertThat(sales(refund, ordered(), other)).isEqualTo(Map.of(X, sale("20"), Y, sale("0")));
    }

    @Test
    void unitsWithoutAPriceAreWorthWhatTheOrderSays() {
        assertThat(sales(ordered(), refunded(null, Map.of("product_id", "a", "quantity", 1))))
                .isEqualTo(Map.of(X, sale("10"), Y, sale("5")));
        assertThat(sales(ordered(), refunded(null, Map.of("product_id", "a", "quantity", 7))))
                .isEqualTo(Map.of(X, sale("0"), Y, sale("5")));
    }

    @Test
    void anAmountBesideProductsWithoutPricesIsOfThem() {
        assertThat(sales(ordered(), refunded("4", Map.of("product_id", "a"), Map.of("product_id", "b"))))
                .isEqualTo(Map.of(X, sale("18"), Y, sale("3")));
    }

    @Test
    void anAmountGivenBackIsTakenFromAllAlike() {
        assertThat(sales(refunded("10"), ordered())).isEqualTo(Map.of(X, sale("16"), Y, sale("4")));
        assertThat(sales(refunded("10"), refunded("90"), ordered())).isEqualTo(Map.of(X, sale("0"), Y, sale("0")));
        assertThat(sales(
                        ordered(),
                        Events.refund("o1")
                                .by("u1")
                                .line("not-in-it", 1, "10.00")
                                .build()))
                .isEqualTo(Map.of(X, sale("16"), Y, sale("4")));
        // Of 50, 5 came back as b: 45 are left to take a ninth from.
        assertThat(sales(
                        ordered(),
                        refunded("5"),
                        Events.refund("o1").by("u1").line("b", 1, "5.00").build()))
                .isEqualTo(Map.of(X, sale("17.7778"), Y, sale("0")));
    }

    @Test
    void amountsAreInTheShopsCurrency() {
        Event refund = Events.refund("o1").by("u1").line("a", 1, "10.00").build().toBuilder()
                .base(Money.of("8.00", "GBP"))
                .build();
        assertThat(sales(ordered(), refund)).containsEntry(X, sale("12"));
    }

    @Test
    void anUpdateReplacesTheLinesButNotWhomTheyCameOf() {
        assertThat(sales(updated(1, line("a", 1, "10.00"), line("c", 4, "25.00")), ordered()))
                .isEqualTo(Map.of(X, sale("10"), Y, Sale.NONE));
        assertThat(sales(updated(-1, line("a", 1, "10.00")), ordered()))
                .as("an update from before the order")
                .isEqualTo(Map.of(X, sale("20"), Y, sale("5")));
    }

    @Test
    void anUpdateOfTheAmountAloneScalesTheLines() {
        Event less = says("Order Updated", 1).with("revenue", "25").build();
        assertThat(sales(ordered(), less)).isEqualTo(Map.of(X, sale("10"), Y, sale("2.5")));
        assertThat(sales(less, updated(2, line("a", 1, "10.00")), ordered())).containsEntry(X, sale("10"));
        assertThat(sales(
                        ordered(),
                        says("Order Updated", 1).with("state", "packed").build()))
                .containsEntry(X, sale("20"));
    }

    @Test
    void anOrderThatNamesARecommendationItselfHasWhatIsAddedLater() {
        Event order = says("Order Completed", 0)
                .with("recommendation_id", "r1.x")
                .with("products", List.of(line("a", 1, "10.00"), line("b", 1, "5.00", "r1.y")))
                .build();
        assertThat(sales(order, updated(1, line("b", 1, "5.00"), line("d", 1, "3.00"))))
                .isEqualTo(Map.of(X, sale("3"), Y, sale("5")));
    }

    @Test
    void aProductOfTwoRecommendationsIsSharedByUnits() {
        Event order = says("Order Completed", 0)
                .with(
                        "products",
                        List.of(line("a", 3, "2.00", "r1.x"), line("a", 1, "2.00", "r1.y"), line("a", 1, "2.00")))
                .build();
        assertThat(sales(order)).isEqualTo(Map.of(X, sale("6"), Y, sale("2")));
        assertThat(sales(order, refunded(null, Map.of("product_id", "a", "quantity", 2))))
                .isEqualTo(Map.of(X, sale("3.6"), Y, sale("1.2")));
    }

    @Test
    void linesWithoutAnIdAndMoreThanAreKeptStillCount() {
        List<Map<String, Object>> lines = new ArrayList<>();
        for (int i = 0; i < 700; i++) {
            lines.add(line("p" + i, 1, "1.00", "r1.x"));
        }
        lines.add(Map.of("price", 7, "recommendation_id", "r1.x"));
        Event order = says("Order Completed", 0).with("products", lines).build();
        assertThat(sales(order)).isEqualTo(Map.of(X, sale("707")));
        assertThat(Objects.requireNonNull(told(order)).named().lines()).hasSize(501);
    }

    @Test
    void numbersAsLongAsAPageAreCutShort() {
        String page = "9".repeat(90_000);
        Event order = says("Order Completed", 0)
                .with(
                        "products",
                        List.of(Map.of(
                                "product_id", "a", "quantity", page, "price", page, "recommendation_id", "r1.x")))
                .build();
        assertThat(AttributedOrderCodec.write(Objects.requireNonNull(told(order))))
                .hasSizeLessThan(200);
    }

    @Test
    void whatCameOfNoRecommendationIsNotKept() {
        assertThat(AttributedOrderReader.read(ordered(), commerce(ordered()), Map.of()))
                .isNull();
        Event viewed = Events.viewed("a").by("u1").build();
        assertThat(AttributedOrderReader.read(viewed, commerce(viewed), NONCES)).isNull();
    }

    /** Of 50: 20 came of x as a, 5 of y as b, 25 of none as c. */
    private static Event ordered() {
        return says("Order Completed", 0)
                .messageId("order")
                .with(
                        "products",
                        List.of(line("a", 2, "10.00", "r1.x"), line("b", 1, "5.00", "r1.y"), line("c", 1, "25.00")))
                .build();
    }

    private static Event updated(int second, Map<?, ?>... lines) {
        return says("Order Updated", second).with("products", List.of(lines)).build();
    }

    private static Event refunded(@Nullable String revenue, Map<?, ?>... products) {
        return Events.refund("o1")
                .by("u1")
                .with("revenue", revenue)
                .with("products", List.of(products))
                .build();
    }

    private static Events says(String what, int second) {
        return Events.track(what).with("order_id", "o1").by("u1").at(Events.THEN.plusSeconds(second));
    }

    private static Map<String, Object> line(String product, int quantity, String price) {
        return Map.of("product_id", product, "quantity", quantity, "price", price);
    }

    private static Map<String, Object> line(String product, int quantity, String price, String recommendation) {
        return Map.of("product_id", product, "quantity", quantity, "price", price, "recommendation_id", recommendation);
    }

    private static Event anyEvent(Random random) {
        int second = random.nextInt(1_000);
        Trust trust = random.nextBoolean() ? Trust.SERVER : Trust.BROWSER;
        return switch (random.nextInt(8)) {
            case 0, 1 ->
                says("Order Completed", second)
                        .from("shop", trust)
                        .with("recommendation_id", random.nextBoolean() ? "r1.x" : null)
                        .with("products", List.of(anyLine(random), anyLine(random), line("a", 1, "2.00", "r1.x")))
                        .build();
            case 2 ->
                says("Order Updated", second)
                        .with("products", List.of(anyLine(random)))
                        .build();
            case 3 ->
                says("Order Updated", second)
                        .with("revenue", random.nextInt(30))
                        .build();
            case 4 -> refunded(random.nextBoolean() ? null : "1.5", anyLine(random));
            case 5 -> refunded(Integer.toString(random.nextInt(9)));
            case 6 ->
                random.nextInt(9) > 0
                        ? refunded("0.1")
                        : says("Order Cancelled", second).build();
            default ->
                random.nextInt(9) > 0
                        ? refunded("0.2")
                        : Events.refund("o1").by("u1").build();
        };
    }

    private static Map<String, Object> anyLine(Random random) {
        String product = "abcd".substring(random.nextInt(4)).substring(0, 1);
        return line(product, 1 + random.nextInt(3), "3.3" + random.nextInt(9), random.nextBoolean() ? "r1.x" : "r1.y");
    }

    private static Map<Long, Sale> sales(Event... events) {
        AttributedOrder order = AttributedOrder.UNKNOWN;
        for (Event event : events) {
            AttributedOrder told = told(event);
            order = told == null ? order : order.merge(told);
        }
        return order.sales();
    }

    private static @Nullable AttributedOrder told(Event event) {
        AttributedOrderReader.Told told = AttributedOrderReader.read(event, commerce(event), NONCES);
        return told == null ? null : told.order();
    }

    private static CommerceEvent commerce(Event event) {
        return Objects.requireNonNull(CommerceEvent.of(event));
    }

    private static Sale sale(String revenue) {
        return new Sale(true, new java.math.BigDecimal(revenue)).rounded();
    }
}
