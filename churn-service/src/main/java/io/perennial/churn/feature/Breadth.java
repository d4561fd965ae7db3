package io.perennial.churn.feature;

import io.perennial.churn.history.HistoryView;
import io.perennial.churn.history.PlacedOrder;

/** How broadly a shopper buys. */
final class Breadth {

    private Breadth() {}

    /** Mean distinct products of an order. */
    static double mean(HistoryView past) {
        return past.orders().stream().mapToInt(PlacedOrder::products).average().orElse(Double.NaN);
    }

    static double last(HistoryView past) {
        return past.orders().getLast().products();
    }

    /** Distinct categories; missing where the shop sends none. */
    static double categories(HistoryView past) {
        int known = past.categories().size();
        return known == 0 ? Double.NaN : known;
    }
}
