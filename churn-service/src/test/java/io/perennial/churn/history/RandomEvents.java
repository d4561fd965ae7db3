package io.perennial.churn.history;

import io.perennial.common.event.Event;
import io.perennial.common.testkit.Events;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** What a random shopper does and gets: orders, updates, cancellations, refunds, reviews, messages and visits, some at the same instant. */
public final class RandomEvents {

    public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    public static final int DAYS = 120;

    private RandomEvents() {}

    public static List<Event> of(RandomGenerator random, int count) {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Instant at = START.plus(Duration.ofHours(random.nextInt(DAYS * 24)));
            events.add(one(random, i).by("u1").at(at).messageId("m" + i).build());
        }
        return events;
    }

    private static Events one(RandomGenerator random, int i) {
        String order = "o" + random.nextInt(8);
        String price = random.nextInt(1, 50) + ".10";
        return switch (random.nextInt(12)) {
            case 0, 1 -> Events.order("n" + i).line("p" + random.nextInt(5), 1, price);
            case 2 ->
                Events.order(order).line("p1", 2, price).line("p2", 1, "3.00").with("discount", random.nextInt(3));
            case 3 -> Events.track("Order Updated").with("order_id", order).line("p1", 1, price);
            case 4 -> Events.track("Order Cancelled").with("order_id", order);
            case 5 ->
                random.nextBoolean()
                        ? Events.refund(order)
                        : Events.refund(order).line("p1", 1, price);
            case 6 -> Events.addedToCart("p1");
            case 7 -> Events.track("Product Reviewed").with("product_id", "p1").with("rating", "4");
            case 8 -> Events.track("Email Delivered");
            case 9 -> Events.track("Email Link Clicked");
            default -> Events.viewed("p2");
        };
    }
}
