package io.perennial.deploy.bench.serving;

import io.perennial.common.event.Attributes;
import io.perennial.common.event.Event;
import io.perennial.common.event.EventBuilder;
import io.perennial.common.event.Trust;
import io.perennial.common.identity.Identifier;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Shoppers who ordered at least once, each in a rhythm of their own, and some of whom have left: enough for a model to be learnt.
 *
 * @param size so many, {@code shopper-0} and on
 * @param now when their year of history ends
 */
record Crowd(int size, Instant now) {

    private static final int DAYS = 400;
    private static final int PRODUCTS = 500;

    static String user(int number) {
        return "shopper-" + number;
    }

    /** Writes who they are and what they bought; returns how many events that were. */
    long write(TopicWriter writer) {
        long written = 0;
        for (var number = 0; number < size; number++) {
            writer.identity(Identifier.user(user(number)));
            written += orders(writer, number);
        }
        writer.flush();
        return written;
    }

    private int orders(TopicWriter writer, int number) {
        var random = new Random(number);
        var gap = 20 + random.nextInt(100);
        var leavesAfter = random.nextInt(10) < 4 ? random.nextInt(DAYS) : DAYS;
        var placed = 0;
        var first = random.nextInt(DAYS / 2);
        for (var day = first; day == first || day < leavesAfter; day += gap / 2 + random.nextInt(gap)) {
            placed++;
            var at = now.minus(Duration.ofDays(DAYS - day)).minusSeconds(random.nextInt(86_400));
            writer.event(event(number, "order-" + placed, at)
                    .name("Order Completed")
                    .properties(Attributes.of(Map.of(
                            "order_id",
                            number + "-" + placed,
                            "total",
                            10 + random.nextInt(90),
                            "products",
                            List.of(product(random), product(random), product(random)))))
                    .build());
        }
        return placed;
    }

    /** A shopper looks at something, now. */
    static Event view(int number, String messageId, Instant at) {
        return event(number, messageId, at)
                .name("Product Viewed")
                .properties(Attributes.of(Map.of("product_id", "product-" + number % PRODUCTS)))
                .build();
    }

    private static EventBuilder event(int number, String messageId, Instant at) {
        return Event.builder()
                .messageId(user(number) + "-" + messageId)
                .userId(user(number))
                .timestamp(at)
                .source("bench")
                .trust(Trust.SERVER);
    }

    private static Map<String, Object> product(Random random) {
        return Map.of("product_id", "product-" + random.nextInt(PRODUCTS), "category", "category-" + random.nextInt(9));
    }
}
