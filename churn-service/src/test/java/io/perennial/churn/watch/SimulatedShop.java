package io.perennial.churn.watch;

import io.perennial.churn.history.Activity;
import io.perennial.churn.history.OrderVersion;
import io.perennial.churn.history.ShopperHistory;
import io.perennial.common.identity.Identifier;
import io.perennial.common.identity.ProfileId;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;

/**
 * A shop whose truth is known: each shopper orders at random with an own mean gap and leaves for good with an own daily hazard, so
 * the probability of no order within a horizon can be computed for every past (Schmittlein, Morrison and Colombo 1987).
 */
final class SimulatedShop {

    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final Map<ProfileId, Life> lives = new LinkedHashMap<>();

    /** What is true of a shopper; days since {@link #START}. */
    record Life(double meanGap, double hazard, double leaves, ShopperHistory history) {

        /**
         * The probability of no order within the horizon: has left, or leaves before the next order would come, or that takes
         * longer. Nobody who looks from outside knows whether the shopper is still there; this does.
         */
        double probability(double day, double horizon) {
            if (leaves <= day) {
                return 1;
            }
            double rate = 1 / meanGap;
            return 1 - rate / (rate + hazard) * (1 - Math.exp(-(rate + hazard) * horizon));
        }
    }

    /** What may go wrong from some day on: the amount of an order as it arrives; null: it does not. */
    record Order(int shopper, double day, double amount) {}

    SimulatedShop(int shoppers, double days, long seed, IntFunction<Double> hazard, UnaryOperator<Order> arrives) {
        SplittableRandom all = new SplittableRandom(seed);
        for (int i = 0; i < shoppers; i++) {
            SplittableRandom random = all.split(); // what goes wrong for one changes no other
            double gap = 5 + 10 * random.nextDouble();
            double day = random.nextDouble() * days; // as many new ones each day
            double leaves = day - Math.log(random.nextDouble()) / hazard.apply(i);
            ShopperHistory history = new ShopperHistory();
            for (int order = 0; day < Math.min(days, leaves); order++) {
                Order arrived = arrives.apply(new Order(i, day, Math.exp(3 + 0.5 * random.nextGaussian())));
                if (arrived.amount() >= 0) {
                    history.active(Activity.VISIT, at(day));
                    history.ordered("o" + order, new OrderVersion(at(day), "m", arrived.amount(), 2, List.of()));
                }
                day -= Math.log(random.nextDouble()) * gap;
            }
            lives.put(ProfileId.of(Identifier.user("s" + i)), new Life(gap, hazard.apply(i), leaves, history));
        }
    }

    Map<ProfileId, Life> lives() {
        return lives;
    }

    Map<ProfileId, ShopperHistory> histories() {
        Map<ProfileId, ShopperHistory> histories = new LinkedHashMap<>();
        lives.forEach((profile, life) -> histories.put(profile, life.history()));
        return histories;
    }

    static Instant at(double day) {
        return START.plus(Duration.ofMillis((long) (day * 86_400_000)));
    }
}
