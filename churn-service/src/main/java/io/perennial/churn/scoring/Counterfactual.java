package io.perennial.churn.scoring;

import io.perennial.churn.evaluation.Predictions;
import io.perennial.churn.feature.FeatureExtractor;
import io.perennial.churn.history.Activity;
import io.perennial.churn.history.HistoryView;
import io.perennial.churn.history.OrderVersion;
import io.perennial.churn.history.PlacedOrder;
import io.perennial.churn.history.ShopperHistory;
import io.perennial.churn.model.LinearModel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleFunction;

/**
 * The least a shopper would have to do to come into a lower band. Found by adding what they might do to their history, one
 * event more at a time, and scoring that like any history: never a change of columns that no behaviour makes (Wachter, Mittelstadt
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
     * @param asOf the history must hold an order by then
     * @param band the shopper's now
     * @param bands the band of a probability, the shopper's value being what it is
     */
    static Optional<Counterfactual> of(
            LinearModel model, ShopperHistory history, Instant asOf, Band band, DoubleFunction<Band> bands) {
        if (band == Band.LOW) {
            return Optional.empty();
        }
        HistoryView past = history.asOf(asOf);
        for (int times = 1; times <= MOST; times++) {
            for (Action action : Action.values()) {
                double probability = probability(model, history, past, action, times, 0);
                Band then = bands.apply(probability);
                if (then.compareTo(band) < 0) {
                    int within = within(model, history, past, band, bands, action, times);
                    return Optional.of(new Counterfactual(
                            action.wire(), times, within, probability, then.wire(), text(action, times, within)));
                }
            }
        }
        return Optional.empty();
    }

    /** The last day on which it would do, by halving: waiting makes it less likely to. */
    private static int within(
            LinearModel model,
            ShopperHistory history,
            HistoryView past,
            Band band,
            DoubleFunction<Band> bands,
            Action action,
            int times) {
        int does = 0;
        int doesNot = LONGEST + 1;
        while (doesNot - does > 1) {
            int day = (does + doesNot) / 2;
            if (bands.apply(probability(model, history, past, action, times, day))
                            .compareTo(band)
                    < 0) {
                does = day;
            } else {
                doesNot = day;
            }
        }
        return does;
    }

    private static double probability(
            LinearModel model, ShopperHistory history, HistoryView past, Action action, int times, int day) {
        ShopperHistory future = new ShopperHistory();
        Instant last = past.asOf();
        for (int i = 0; i < times; i++) {
            last = past.asOf().plus(Duration.ofDays((long) day + i));
            add(future, action, last, past, i);
        }
        return FeatureExtractor.extract(ShopperHistory.merged(List.of(history, future)), last)
                .map(features -> Predictions.sigmoid(model.logOdds(features.columns())))
                .orElse(1.0);
    }

    /** As the fold of such an event would; an order is like the shopper's own on average. */
    private static void add(ShopperHistory future, Action action, Instant at, HistoryView past, int number) {
        future.active(Activity.VISIT, at);
        switch (action) {
            case VISIT -> {}
            case CART -> future.active(Activity.CART, at);
            case ORDER -> {
                List<PlacedOrder> orders = past.orders();
                String id = "counterfactual-" + number;
                future.ordered(
                        id,
                        new OrderVersion(
                                at,
                                id,
                                orders.stream()
                                        .mapToDouble(PlacedOrder::amount)
                                        .average()
                                        .orElse(0),
                                (int) Math.round(orders.stream()
                                        .mapToInt(PlacedOrder::products)
                                        .average()
                                        .orElse(0)),
                                orders.getLast().categories()));
            }
        }
    }

    private static String text(Action action, int times, int within) {
        String what = times == 1 ? action.once : times + " " + action.often + " on as many days";
        String when =
                within == 0 ? " now" : within == LONGEST ? "" : " within " + within + (within == 1 ? " day" : " days");
        return what + when + " would do";
    }
}
