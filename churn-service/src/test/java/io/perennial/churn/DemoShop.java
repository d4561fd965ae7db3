package io.perennial.churn;

import io.perennial.common.event.Event;
import io.perennial.common.testkit.Events;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Shoppers of a small shop over two hundred days up to now: half order again and again, half stop some day. */
final class DemoShop {

    static final int SHOPPERS = 400;

    private DemoShop() {}

    static List<Event> year(Instant now) {
        List<Event> events = new ArrayList<>();
        for (int shopper = 0; shopper < SHOPPERS; shopper++) {
            events.addAll(shopper("u" + shopper, new Random(shopper * 0x9E3779B97F4A7C15L), now));
        }
        return events;
    }

    private static List<Event> shopper(String userId, Random random, Instant now) {
        Instant at = now.minus(Duration.ofDays(200)).plus(Duration.ofMinutes(random.nextInt(3_000)));
        Instant leaves = random.nextBoolean() ? now : at.plus(Duration.ofDays(random.nextInt(20, 190)));
        int gap = random.nextInt(5, 15);
        List<Event> events = new ArrayList<>();
        for (int order = 0;
                order == 0 || (at.isBefore(leaves) && at.isBefore(now.minus(Duration.ofHours(2))));
                order++) {
            events.add(Events.viewed("p1").by(userId).at(at.minusSeconds(300)).build());
            events.add(Events.order(userId + "-" + order)
                    .by(userId)
                    .at(at)
                    .line("p" + random.nextInt(20), 1, "9.50")
                    .line("p" + random.nextInt(20), 2, "3.00")
                    .build());
            at = at.plus(Duration.ofHours(random.nextInt(12, gap * 48)));
        }
        return events;
    }

    /** Looks at products that no order follows. */
    static List<Event> browsing(Instant now) {
        Random random = new Random(3);
        List<Event> events = new ArrayList<>();
        for (int shopper = 0; shopper < SHOPPERS; shopper++) {
            for (int session = 0; session < 8; session++) {
                Instant at = now.minus(Duration.ofMinutes(random.nextInt(3 * 24 * 60, 150 * 24 * 60)));
                events.add(Events.viewed("p2").by("u" + shopper).at(at).build());
            }
        }
        return events;
    }
}
