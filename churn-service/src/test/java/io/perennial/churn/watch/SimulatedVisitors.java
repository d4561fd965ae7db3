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
import java.util.function.DoubleFunction;

/**
 * A shop with sessions and messages: each visitor comes every third day or so until leaving for good, with own habits of using the cart
 * and of following messages; who uses the cart often buys. So all targets have something to foretell.
 */
final class SimulatedVisitors {

    private static final Instant START = SimulatedShop.START;

    private final Map<ProfileId, ShopperHistory> histories = new LinkedHashMap<>();

    /** How the world is beside how it was: how often sessions end with an order and messages are followed; whether the cart is tracked. */
    record World(double buys, double follows, boolean cart) {

        static final World AS_EVER = new World(1, 1, true);
    }

    SimulatedVisitors(int visitors, int days, long seed, DoubleFunction<World> world) {
        SplittableRandom all = new SplittableRandom(seed);
        for (int i = 0; i < visitors; i++) {
            histories.put(ProfileId.of(Identifier.user("v" + i)), life(days, all.split(), world));
        }
    }

    Map<ProfileId, ShopperHistory> histories() {
        return histories;
    }

    /** What changes draws no other number, so that whatever it does not concern stays to the bit. */
    private static ShopperHistory life(int days, SplittableRandom random, DoubleFunction<World> world) {
        ShopperHistory history = new ShopperHistory();
        double carts = random.nextBoolean() ? 0.15 : 0.5;
        double follows = random.nextBoolean() ? 0.1 : 0.5;
        double day = random.nextDouble() * days; // as many new ones each day
        double leaves = day - Math.log(random.nextDouble()) / 0.01;
        double message = day + 8 * random.nextDouble();
        for (; day < Math.min(days, leaves); day -= Math.log(random.nextDouble()) * 3) {
            session(history, day, random.nextDouble() < carts, random.nextDouble(), world.apply(day));
        }
        for (; message < Math.min(days, leaves); message += 1 + 6 * random.nextDouble()) {
            Instant sent = at(message);
            history.active(Activity.MESSAGE, sent);
            if (random.nextDouble() < follows * world.apply(message).follows()) {
                history.active(Activity.RESPONSE, sent.plus(Duration.ofHours(3)));
            }
        }
        return history;
    }

    private static void session(ShopperHistory history, double day, boolean cart, double chance, World world) {
        Instant came = at(day);
        history.active(Activity.VISIT, came);
        Instant later = came.plus(Duration.ofMinutes(50));
        if (cart) {
            history.active(Activity.VISIT, later);
            if (world.cart()) {
                history.active(Activity.CART, later);
            }
        }
        if (chance < (cart ? 0.6 : 0.1) * world.buys()) {
            Instant bought = later.plus(Duration.ofMinutes(10));
            history.active(Activity.VISIT, bought);
            history.ordered("o" + day, new OrderVersion(bought, "m", 20, 2, List.of()));
        }
    }

    private static Instant at(double day) {
        return START.plus(Duration.ofMillis((long) (day * 86_400_000)));
    }
}
