package io.perennial.churn.feature;

import io.perennial.churn.history.HistoryView;
import io.perennial.churn.history.PlacedOrder;

/** How broadly a shopper buys. */
final class Breadth {

    private Breadth() {}

    /** Mean distinct products of an order. */
    static double mean(HistoryView past) {
        long products = 0;
        for (PlacedOrder order : past.orders()) {
            products += order.products();
        }
        return (double) products / past.orders().size();
    }

    static double last(HistoryView past) {
        return past.orders().getLast().products();
    }

    /** Distinct categories; missing where the shop sends none. */
    static double categories(HistoryView past) {
        int known = past.categories();
        return known == 0 ? Double.NaN : known;
    }
}
