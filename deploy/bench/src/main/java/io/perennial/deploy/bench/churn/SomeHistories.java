package io.perennial.deploy.bench.churn;

import io.perennial.churn.history.Activity;
import io.perennial.churn.history.OrderVersion;
import io.perennial.churn.history.ShopperHistory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;

/** Pasts of one to twelve orders and as many other visits within 400 days. */
final class SomeHistories {

    static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

    private SomeHistories() {}

    /** Always the same for a number. */
    static ShopperHistory of(int number) {
        SplittableRandom random = new SplittableRandom(number);
        ShopperHistory history = new ShopperHistory();
        int orders = 1 + random.nextInt(12);
        for (int order = 0; order < orders; order++) {
            Instant at = ago(random);
            history.active(Activity.VISIT, at);
            history.active(Activity.VISIT, ago(random));
            history.ordered(
                    "order-" + number + "-" + order,
                    new OrderVersion(
                            at,
                            "message-" + number + "-" + order,
                            10 + random.nextInt(200),
                            1 + random.nextInt(9),
                            List.of(random.nextInt(9))));
        }
        return history;
    }

    private static Instant ago(SplittableRandom random) {
        return NOW.minus(Duration.ofMinutes(random.nextInt(60 * 24 * 400)));
    }
}
