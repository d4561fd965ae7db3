package io.perennial.deploy.replay.shop;

import io.perennial.deploy.replay.message.Action;
import io.perennial.deploy.replay.message.Message;
import io.perennial.deploy.replay.message.Shopper;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * Somebody who will have an account, day by day: an appetite that grows until they order, visits in between, and a hidden
 * state. They lose interest at a small rate each day, and more easily after an order: the first ones above all, and after one
 * they sent back. Losing interest shows before it is final: visits thin out and carts are left, then nothing.
 */
final class Customer {

    private enum Interest {
        ACTIVE,
        FADING,
        GONE
    }

    private static final double DAILY_LOSS = 0.0006;
    private static final double LOSS_AFTER_ORDER = 0.26;
    private static final double LOSS_AFTER_REFUND = 0.45;
    private static final double FADING_ENDS = 1 / 18.0;
    private static final double COMES_BACK = 0.002;

    private final Account account;
    private final Nature nature;
    private final LocalDate joined;
    private final SplittableRandom chance;
    private final Shopping shopping;
    private final List<String> devices = new ArrayList<>();
    private final List<String> loggedIn = new ArrayList<>();
    private Interest interest = Interest.ACTIVE;
    private double appetite;
    private double threshold;
    private int orders;
    private int visits;
    private LocalDate disappointed = LocalDate.MAX;
    private Instant lastVisit = Instant.MIN;
    private Instant lastOrder = Instant.MIN;

    /** Who they are to the shop once it knows them. */
    record Account(String userId, Action.Identified identity) {}

    Customer(Account account, LocalDate joined, SplittableRandom chance, Shopfront front) {
        this.account = account;
        this.joined = joined;
        this.chance = chance;
        this.nature = Nature.draw(chance);
        this.shopping = new Shopping(front, nature, chance);
        for (int i = chance.nextInt(10) < 6 ? 1 : 0; i < 2; i++) {
            devices.add(String.format(Locale.ROOT, "device-%016x", chance.nextLong()));
        }
        this.threshold = nature.nextGap(chance);
        this.appetite = threshold * (0.6 + 0.4 * chance.nextDouble());
    }

    /** Lives through one day; what happens may lie some days ahead. */
    void live(LocalDate day, Consumer<Message> out) {
        if (day.isBefore(joined)) {
            return;
        }
        loseOrFindInterest(day);
        appetite += interest == Interest.ACTIVE ? shopping.pull(day) / nature.gapDays() : 0;
        if (interest == Interest.ACTIVE && appetite >= threshold) {
            order(day, out);
        } else if (day.equals(joined) || chance.nextDouble() < browsingRate()) {
            browse(day, out);
        }
    }

    private void loseOrFindInterest(LocalDate day) {
        double drawn = chance.nextDouble();
        interest = switch (interest) {
            case ACTIVE -> {
                boolean sentBack = !day.isBefore(disappointed);
                disappointed = sentBack ? LocalDate.MAX : disappointed;
                yield drawn < (sentBack ? LOSS_AFTER_REFUND : DAILY_LOSS) * nature.restlessness()
                        ? Interest.FADING
                        : Interest.ACTIVE;
            }
            case FADING -> drawn < FADING_ENDS ? Interest.GONE : Interest.FADING;
            case GONE -> drawn < COMES_BACK ? Interest.ACTIVE : Interest.GONE;
        };
    }

    private double browsingRate() {
        double rate = nature.browsing() / nature.gapDays();
        return switch (interest) {
            case ACTIVE -> appetite > 0.6 * threshold ? rate * 1.6 : rate * 0.7;
            case FADING -> rate * 0.8;
            case GONE -> rate * 0.2;
        };
    }

    private void browse(LocalDate day, Consumer<Message> out) {
        Visit visit = visit(Clocktime.draw(day, chance), out);
        boolean login = orders > 0 || chance.nextDouble() < 0.5;
        shopping.lookAround(visit, day, interest == Interest.FADING ? 0.35 : 0.18);
        if (login && chance.nextDouble() < 0.4) {
            logIn(visit);
        }
    }

    private void order(LocalDate day, Consumer<Message> out) {
        Visit visit = visit(Clocktime.draw(day, chance), out);
        shopping.fillCart(visit, day);
        logIn(visit);
        orders++;
        lastOrder = visit.now();
        disappointed = shopping.checkOut(visit, day, account.userId() + "-" + orders, orders, out);
        appetite = 0;
        threshold = nature.nextGap(chance);
        double loss = LOSS_AFTER_ORDER * nature.restlessness() / (0.4 + 0.6 * orders);
        if (chance.nextDouble() < loss) {
            interest = Interest.FADING;
        }
    }

    /** Starts a visit, as whoever the shop takes them for on that device. */
    Visit visit(Instant start, Consumer<Message> out) {
        String device = chance.nextInt(10) < 8 ? devices.getFirst() : devices.getLast();
        lastVisit = start;
        visits++;
        Shopper shopper =
                loggedIn.contains(device) ? Shopper.both(account.userId(), device) : Shopper.anonymous(device);
        return new Visit(account.userId() + "-" + visits, shopper, start, chance, out);
    }

    /** Makes themselves known on the device of the visit, where they are not. */
    void logIn(Visit visit) {
        String device = visit.shopper().anonymousId();
        if (device != null && !loggedIn.contains(device)) {
            loggedIn.add(device);
            visit.become(Shopper.both(account.userId(), device), account.identity());
        }
    }

    Shopping shopping() {
        return shopping;
    }

    boolean reachable() {
        return account.identity().marketing() && !loggedIn.isEmpty();
    }

    /** True for one with this many orders at least, who has neither ordered nor come for that long. */
    boolean silentSince(Instant order, Instant visit, int ordersAtLeast) {
        return orders >= ordersAtLeast && lastOrder.isBefore(order) && lastVisit.isBefore(visit);
    }

    boolean active() {
        return interest == Interest.ACTIVE;
    }
}
