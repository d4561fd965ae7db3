package io.perennial.deploy.replay.shop;

import io.perennial.deploy.replay.message.Action;
import io.perennial.deploy.replay.message.Message;
import io.perennial.deploy.replay.message.ProductLine;
import io.perennial.deploy.replay.message.Shopper;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** How somebody of a certain nature goes through the shop. */
final class Shopping {

    private static final BigDecimal COUPON = new BigDecimal("0.10");

    private final Shopfront front;
    private final Nature nature;
    private final SplittableRandom chance;

    Shopping(Shopfront front, Nature nature, SplittableRandom chance) {
        this.front = front;
        this.nature = nature;
        this.chance = chance;
    }

    /** How much faster than on average the wish to buy grows on that day: the season's mood, and sales for who loves them. */
    double pull(LocalDate day) {
        double deals = 0;
        double liking = 0;
        for (Category category : Category.values()) {
            double taste = nature.taste(category);
            deals += taste * front.season().discount(category, day);
            liking += taste;
        }
        return front.season().mood(day) * (1 + nature.dealLove() * 2 * deals / liking);
    }

    /** Looks at a few products; with the given probability one gets into the cart and stays there. */
    void lookAround(Visit visit, LocalDate day, double leavesCart) {
        List<Product> seen = look(visit, day, 1 + chance.nextInt(5));
        if (chance.nextDouble() < leavesCart) {
            Product wanted = seen.get(chance.nextInt(seen.size()));
            visit.add(wanted, 1, front.discount(wanted, day));
        }
    }

    /** Looks at products and puts some of them into the cart, at least one. */
    void fillCart(Visit visit, LocalDate day) {
        List<Product> seen = look(visit, day, 2 + chance.nextInt(5));
        for (Product product : seen) {
            boolean last = visit.cart().isEmpty() && product.equals(seen.getLast());
            if (last || chance.nextDouble() < 0.4) {
                int quantity = product.price().intValue() < 20 && chance.nextInt(4) == 0 ? 2 + chance.nextInt(3) : 1;
                visit.add(product, quantity, front.discount(product, day));
            }
        }
        if (chance.nextInt(3) == 0) {
            visit.lookAtCart();
        }
    }

    private List<Product> look(Visit visit, LocalDate day, int products) {
        Category category = front.department(nature, day, chance);
        List<Product> seen = new ArrayList<>();
        for (int i = 0; i < products; i++) {
            category = chance.nextInt(4) == 0 ? front.department(nature, day, chance) : category;
            Product product = front.choose(category, nature, day, chance);
            if (i == 0 && chance.nextInt(3) == 0) {
                visit.search(product.noun().toLowerCase(Locale.ROOT));
            }
            visit.view(product, front.discount(product, day));
            seen.add(product);
        }
        return seen;
    }

    /** Orders what is in the cart. Returns the day they send something back, or the end of days. */
    LocalDate checkOut(Visit visit, LocalDate day, String order, int number, Consumer<Message> out) {
        List<ProductLine> lines = visit.cart();
        BigDecimal sum = ProductLine.sum(lines);
        visit.say(new Action.CheckoutStarted(order, sum, lines));
        String coupon = coupon(number);
        BigDecimal discount = coupon == null ? null : sum.multiply(COUPON).setScale(2, RoundingMode.HALF_UP);
        BigDecimal revenue = discount == null ? sum : sum.subtract(discount);
        visit.say(new Action.Ordered(order, revenue, discount, coupon, lines));
        return afterwards(visit, day, order, lines, discount != null, out);
    }

    private @Nullable String coupon(int number) {
        if (number == 1) {
            return chance.nextDouble() < 0.4 ? "WELCOME10" : null;
        }
        return chance.nextDouble() < 0.08 * nature.dealLove() ? "THANKYOU10" : null;
    }

    /** Some send a product back after a week or so, and some review one. */
    private LocalDate afterwards(
            Visit visit, LocalDate day, String order, List<ProductLine> lines, boolean reduced, Consumer<Message> out) {
        ProductLine one = lines.get(chance.nextInt(lines.size()));
        Shopper shopper = visit.shopper();
        boolean bad = chance.nextDouble() < 0.06;
        if (chance.nextDouble() < nature.chattiness()) {
            int rating = bad ? 1 + chance.nextInt(2) : 3 + chance.nextInt(3);
            Instant at = Clocktime.draw(day.plusDays(4 + chance.nextInt(8)), chance);
            String body =
                    bad ? "Not what I had hoped for." : rating == 3 ? "It does its job." : "Lovely, would buy again.";
            out.accept(new Message(
                    "review " + order,
                    shopper,
                    at,
                    new Action.Reviewed(one.productId(), "review-" + order, rating, body)));
        }
        if (!bad) {
            return LocalDate.MAX;
        }
        LocalDate back = day.plusDays(5 + chance.nextInt(9));
        BigDecimal paid = reduced
                ? one.amount().multiply(BigDecimal.ONE.subtract(COUPON)).setScale(2, RoundingMode.DOWN)
                : one.amount();
        out.accept(new Message(
                "refund " + order,
                shopper,
                Clocktime.draw(back, chance),
                new Action.Refunded(order, paid, List.of(one))));
        return back;
    }
}
