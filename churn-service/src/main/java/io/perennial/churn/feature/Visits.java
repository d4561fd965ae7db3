package io.perennial.churn.feature;

import static io.perennial.churn.feature.FeatureDefinition.always;
import static io.perennial.churn.feature.FeatureDefinition.optional;
import static io.perennial.churn.feature.Scale.LOG;
import static io.perennial.churn.feature.Unit.DATES;
import static io.perennial.churn.feature.Unit.DAYS;
import static io.perennial.churn.feature.Unit.SESSIONS;

import io.perennial.churn.history.Activity;
import io.perennial.churn.history.HistoryView;

/** What a shopper does besides ordering, and how that changed of late. */
final class Visits {

    static final FeatureDefinition DAYS_SINCE_VISIT = optional(
            "days_since_visit",
            DAYS,
            LOG,
            past -> daysSinceLast(past, Activity.VISIT),
            "last visit {days_since_visit} ago",
            "no visit is known");

    static final FeatureDefinition DAYS_OF_7 = days("visit_days_7", Activity.VISIT, 7, "active");
    static final FeatureDefinition DAYS_OF_30 = days("visit_days_30", Activity.VISIT, 30, "active");
    static final FeatureDefinition DAYS_OF_90 = days("visit_days_90", Activity.VISIT, 90, "active");
    static final FeatureDefinition PRODUCT_DAYS = days("product_days_30", Activity.PRODUCT, 30, "looked at products");
    static final FeatureDefinition CART_DAYS = days("cart_days_30", Activity.CART, 30, "used the cart");

    static final FeatureDefinition SESSIONS_90 =
            always("sessions_90", SESSIONS, LOG, past -> past.sessions(90), "{sessions_90} in the last 90 days");

    static final FeatureDefinition DAYS_SINCE_ORDER = always(
            "visit_days_since_order",
            DATES,
            LOG,
            past -> daysSinceOrder(past, Activity.VISIT),
            "came back on {visit_days_since_order} since the last order");

    static final FeatureDefinition CART_DAYS_SINCE_ORDER = always(
            "cart_days_since_order",
            DATES,
            LOG,
            past -> daysSinceOrder(past, Activity.CART),
            "used the cart on {cart_days_since_order} since the last order");

    /** Days since the first of all visits. */
    static final FeatureDefinition KNOWN_DAYS = optional(
            "known_days",
            DAYS,
            LOG,
            past -> {
                long[] visits = past.moments(Activity.VISIT);
                return visits.length == 0 ? Double.NaN : past.daysSince(visits[0]);
            },
            "first seen {known_days} ago",
            "no visit is known");

    private Visits() {}

    private static FeatureDefinition days(String name, Activity kind, int of, String what) {
        return always(
                name,
                DATES,
                LOG,
                past -> past.daysWith(kind, past.daysAgo(of)),
                what + " on {" + name + "} of the last " + of);
    }

    static double daysSinceLast(HistoryView past, Activity kind) {
        long[] moments = past.moments(kind);
        return moments.length == 0 ? Double.NaN : past.daysSince(moments[moments.length - 1]);
    }

    /** Days with an hour that began with it after the last order. */
    static double daysSinceOrder(HistoryView past, Activity kind) {
        return past.daysWith(kind, past.orders().getLast().placedAt().toEpochMilli());
    }
}
