package io.perennial.churn.training;

import io.perennial.churn.history.OrderVersion;
import io.perennial.churn.history.ShopperHistory;
import io.perennial.churn.label.Target;
import io.perennial.churn.label.TimeSplit;
import io.perennial.common.identity.Identifier;
import io.perennial.common.identity.ProfileId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Half order every week or so for ever; half stop some day. A shopper of one number is always the same. */
final class SimulatedShoppers {

    static final Instant AS_OF = Instant.parse("2026-06-01T00:00:00Z");
    static final Duration HORIZON = Duration.ofDays(30);

    private SimulatedShoppers() {}

    /** The first so many, in an order of their own. */
    static TrainingData shoppers(int count, long shuffle) {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            numbers.add(i);
        }
        Collections.shuffle(numbers, new Random(shuffle));
        return shoppers(numbers);
    }

    static TrainingData shoppers(List<Integer> numbers) {
        TrainingData data = new TrainingData(Target.CHURN, split());
        for (int number : numbers) {
            data.add(profile(number), lifetime(new Random(number * 0x9E3779B97F4A7C15L)));
        }
        return data;
    }

    static ShopperHistory ordering(List<Instant> times) {
        ShopperHistory history = new ShopperHistory();
        times.forEach(at -> history.ordered("o" + at, new OrderVersion(at, "m" + at, 10, 1, List.of())));
        return history;
    }

    static ProfileId profile(int number) {
        return ProfileId.of(Identifier.user("u" + number));
    }

    static TimeSplit split() {
        return TimeSplit.endingAt(AS_OF, HORIZON, Duration.ofDays(1), Duration.ZERO, 3, Duration.ofDays(10));
    }

    private static ShopperHistory lifetime(Random random) {
        Instant at = AS_OF.minus(Duration.ofDays(200));
        Instant leaves = random.nextBoolean() ? AS_OF : at.plus(Duration.ofDays(random.nextInt(20, 200)));
        int gap = random.nextInt(5, 15);
        List<Instant> orders = new ArrayList<>();
        while (at.isBefore(leaves) || orders.isEmpty()) {
            orders.add(at);
            at = at.plus(Duration.ofHours(random.nextInt(12, gap * 48)));
        }
        return ordering(orders);
    }
}
