package io.perennial.churn.scoring;

import io.perennial.churn.evaluation.Predictions;
import io.perennial.churn.feature.FeatureSet;
import io.perennial.churn.history.HistoryView;
import io.perennial.churn.history.PlacedOrder;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleFunction;

/**
 * The least a shopper would have to do to come into a lower band. Found by adding what they might do to their past, one
 * event more at a time, and scoring that like any past: never a change of columns that no behaviour makes (Wachter, Mittelstadt
 * and Russell 2018 ask for the nearest such world).
 *
 * @param action {@code visit}, {@code cart} or {@code order}
 * @param times on how many days in a row, the first now
 * @param withinDays how long it may wait and still do, at most {@value #LONGEST}; 0: now
 * @param probability then
 * @param band then
 */
record Counterfactual(String action, int times, int withinDays, double probability, String band, String text) {

    private static final int LONGEST = 30;
    private static final int MOST = 3;

    /** What a shopper can do, the least effort first. */
    private enum Action {
        VISIT("a visit", "visits"),
        CART("something put into the cart", "days with something put into the cart"),
        ORDER("an order", "orders");

        private final String once;
        private final String often;

        Action(String once, String often) {
            this.once = once;
            this.often = often;
        }

        String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Looks for it: fewer events first, then the lesser effort.
     *
     * @param past must hold an order
     * @param band the shopper's now
     * @param bands the band of a probability, the shopper's value being what it is
     */
    static Optional<Counterfactual> of(Scorer scorer, HistoryView past, Band band, DoubleFunction<Band> bands) {
        if (band == Band.LOW) {
            return Optional.empty();
        }
        for (int times = 1; times <= MOST; times++) {
            for (Action action : Action.values()) {
                double probability = probability(scorer, past, action, times, 0);
                Band then = bands.apply(probability);
                if (then.compareTo(band) < 0) {
                    int within = within(scorer, past, band, bands, action, times);
                    return Optional.of(new Counterfactual(
                            action.wire(), times, within, probability, then.wire(), text(action, times, within)));
                }
            }
        }
        return Optional.empty();
    }

    /** The last day on which it would do, by halving: waiting makes it less likely to. */
    private static int within(
            Scorer scorer, HistoryView past, Band band, DoubleFunction<Band> bands, Action action, int times) {
        int does = 0;
        int doesNot = LONGEST + 1;
        while (doesNot - does > 1) {
            int day = (does + doesNot) / 2;
            if (bands.apply(probability(scorer, past, action, times, day)).compareTo(band) < 0) {
                does = day;
            } else {
                doesNot = day;
            }
        }
        return does;
    }

    private static double probability(Scorer scorer, HistoryView past, Action action, int times, int day) {
        List<PlacedOrder> orders = new ArrayList<>();
        long[] moments = new long[times];
        Instant last = past.asOf();
        for (int i = 0; i < times; i++) {
            last = past.asOf().plus(Duration.ofDays((long) day + i));
            moments[i] = last.toEpochMilli();
            if (action == Action.ORDER) {
                orders.add(usual(past, last, i));
            }
        }
        long[] carts = action == Action.CART ? moments : new long[0];
        return FeatureSet.BUYERS
                .extract(past.continued(last, orders, moments, carts))
                .map(features -> Predictions.sigmoid(scorer.logOdds(features)))
                .orElse(1.0);
    }

    /** An order like the shopper's own on average. */
    private static PlacedOrder usual(HistoryView past, Instant at, int number) {
        List<PlacedOrder> orders = past.orders();
        double amount = 0;
        double discount = 0;
        long products = 0;
        for (PlacedOrder order : orders) {
            amount += order.amount();
            discount += order.discount();
            products += order.products();
        }
        return new PlacedOrder(
                "counterfactual-" + number,
                at.truncatedTo(ChronoUnit.MILLIS),
                amount / orders.size(),
                discount / orders.size(),
                Math.round((float) products / orders.size()),
                orders.getLast().categories());
    }

    private static String text(Action action, int times, int within) {
        String what = times == 1 ? action.once : times + " " + action.often + " on as many days";
        String when =
                within == 0 ? " now" : within == LONGEST ? "" : " within " + within + (within == 1 ? " day" : " days");
        return what + when + " would do";
    }
}
