package io.perennial.deploy.replay.shop;

import io.perennial.deploy.replay.message.Action;
import io.perennial.deploy.replay.message.Message;
import io.perennial.deploy.replay.message.ProductLine;
import io.perennial.deploy.replay.message.Shopper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/** One visit while it goes on: each step some seconds after the one before, under the name the shop then knows. */
final class Visit {

    private final String key;
    private final SplittableRandom chance;
    private final Consumer<Message> out;
    private final List<ProductLine> cart = new ArrayList<>();
    private Shopper shopper;
    private Instant now;
    private int steps;

    /**
     * @param key names the visit within the shop
     */
    Visit(String key, Shopper shopper, Instant start, SplittableRandom chance, Consumer<Message> out) {
        this.key = key;
        this.shopper = shopper;
        this.now = start;
        this.chance = chance;
        this.out = out;
    }

    Instant now() {
        return now;
    }

    Shopper shopper() {
        return shopper;
    }

    /** From here on the shop knows them. */
    void become(Shopper known, Action.Identified identified) {
        shopper = known;
        say(identified);
    }

    void search(String words) {
        say(new Action.Searched(words));
    }

    void view(Product product, double discount) {
        say(new Action.Viewed(product.line(1, discount)));
    }

    void add(Product product, int quantity, double discount) {
        ProductLine line = product.line(quantity, discount);
        cart.add(line);
        say(new Action.Added("cart-" + key, line));
    }

    void lookAtCart() {
        say(new Action.CartViewed("cart-" + key, List.copyOf(cart)));
    }

    List<ProductLine> cart() {
        return List.copyOf(cart);
    }

    void say(Action action) {
        out.accept(new Message(key + "/" + steps, shopper, now, action));
        steps++;
        now = now.plusMillis(8_000 + (long) (-StrictMath.log(1 - chance.nextDouble()) * 40_000));
    }
}
