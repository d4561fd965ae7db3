package io.perennial.churn.feature;

import static io.perennial.churn.feature.FeatureDefinition.always;
import static io.perennial.churn.feature.FeatureDefinition.optional;
import static io.perennial.churn.feature.Scale.LOG;
import static io.perennial.churn.feature.Unit.PRODUCTS;

import io.perennial.churn.history.HistoryView;
import io.perennial.churn.history.PlacedOrder;

/** How broadly a shopper buys. */
final class Breadth {

    static final FeatureDefinition ORDER_BREADTH =
            always("order_breadth", PRODUCTS, LOG, Breadth::mean, "{order_breadth} in an order on average");

    static final FeatureDefinition LAST_ORDER_BREADTH =
            always("last_order_breadth", PRODUCTS, LOG, Breadth::last, "{last_order_breadth} in the last order");

    static final FeatureDefinition CATEGORIES = optional(
            "categories",
            Unit.CATEGORIES,
            LOG,
            Breadth::categories,
            "bought from {categories}",
            "no category of what was bought is known");

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
