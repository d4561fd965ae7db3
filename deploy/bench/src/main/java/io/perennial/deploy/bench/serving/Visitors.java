package io.perennial.deploy.bench.serving;

import io.perennial.common.event.Attributes;
import io.perennial.common.event.Event;
import io.perennial.common.event.EventBuilder;
import io.perennial.common.event.Trust;
import io.perennial.common.identity.Identifier;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Shoppers of a taste each: two orders of three products some time ago, and three more looked at in one session of the last
 * two weeks. All consent to be treated by it.
 *
 * @param size so many, {@code visitor-0} and on
 */
record Visitors(int size, Assortment assortment, Instant now) {

    private static final int ORDERS = 2;
    private static final int ORDERED = 3;
    private static final int VIEWED = 3;
    private static final int DAYS = 180;
    private static final int SESSION_DAYS = 13;

    static String user(int number) {
        return "visitor-" + number;
    }

    /** Writes who they are and what they did. */
    void write(TopicWriter writer) {
        for (var number = 0; number < size; number++) {
            var identifier = Identifier.user(user(number));
            writer.identity(identifier);
            writer.profile(identifier, Map.of("personalisation", true));
            write(writer, number);
        }
        writer.flush();
    }

    private void write(TopicWriter writer, int number) {
        var random = new Random(number);
        var taste = assortment.anyTaste(random);
        for (var order = 0; order < ORDERS; order++) {
            List<Object> lines = new ArrayList<>();
            for (var line = 0; line < ORDERED; line++) {
                lines.add(Map.of("product_id", assortment.any(taste, random), "quantity", 1));
            }
            writer.event(event(number, "order-" + order, now.minus(minutes(random, SESSION_DAYS, DAYS)))
                    .name("Order Completed")
                    .properties(Attributes.of(Map.of("order_id", number + "-" + order, "total", 50, "products", lines)))
                    .build());
        }
        var at = now.minus(minutes(random, 0, SESSION_DAYS)).minus(Duration.ofHours(1));
        for (var view = 0; view < VIEWED; view++) {
            writer.event(event(number, "view-" + view, at.plusSeconds(60L * view))
                    .name("Product Viewed")
                    .properties(Attributes.of(Map.of("product_id", assortment.any(taste, random))))
                    .build());
        }
    }

    private static Duration minutes(Random random, int fromDays, int toDays) {
        return Duration.ofDays(fromDays).plusMinutes(random.nextInt((toDays - fromDays) * 1_440));
    }

    private static EventBuilder event(int number, String messageId, Instant at) {
        return Event.builder()
                .messageId(user(number) + "-" + messageId)
                .userId(user(number))
                .timestamp(at)
                .source("bench")
                .trust(Trust.SERVER);
    }
}
