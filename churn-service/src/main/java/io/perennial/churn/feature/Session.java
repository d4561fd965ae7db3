package io.perennial.churn.feature;

import static io.perennial.churn.feature.FeatureDefinition.always;
import static io.perennial.churn.feature.FeatureDefinition.optional;
import static io.perennial.churn.feature.Scale.LINEAR;
import static io.perennial.churn.feature.Scale.LOG;
import static io.perennial.churn.feature.Unit.DAYS;
import static io.perennial.churn.feature.Unit.HOURS;

import io.perennial.churn.history.Activity;
import io.perennial.churn.history.HistoryView;
import java.util.OptionalLong;

/** What a shopper has done in the session under way. */
final class Session {

    private static final double MINUTES_A_DAY = 24 * 60;

    static final FeatureDefinition MINUTES =
            always("session_minutes", Unit.MINUTES, LOG, Session::minutes, "in the shop for {session_minutes}");

    static final FeatureDefinition PRODUCT_HOURS = always(
            "session_product_hours",
            HOURS,
            LINEAR,
            past -> hoursWith(past, Activity.PRODUCT),
            "looked at products in {session_product_hours} of this session");

    static final FeatureDefinition CART_HOURS = always(
            "session_cart_hours",
            HOURS,
            LINEAR,
            past -> hoursWith(past, Activity.CART),
            "used the cart in {session_cart_hours} of this session");

    static final FeatureDefinition DAYS_SINCE_PREVIOUS = optional(
            "days_since_session",
            DAYS,
            LOG,
            Session::daysSincePrevious,
            "the session before was {days_since_session} ago",
            "no session before is known");

    private Session() {}

    /** Since it began; 0 where none is under way. */
    static double minutes(HistoryView past) {
        OptionalLong began = past.session();
        return began.isEmpty() ? 0 : past.daysSince(began.getAsLong()) * MINUTES_A_DAY;
    }

    /** In how many of its hours it happened. */
    static double hoursWith(HistoryView past, Activity kind) {
        OptionalLong began = past.session();
        return began.isEmpty() ? 0 : past.hoursWith(kind, began.getAsLong() - 1);
    }

    /** Days from the latest session that is over to this one, or to now where none is under way; missing where there was none. */
    static double daysSincePrevious(HistoryView past) {
        long[] visits = past.moments(Activity.VISIT);
        OptionalLong began = past.session();
        int last = visits.length - 1;
        while (last >= 0 && began.isPresent() && visits[last] >= began.getAsLong()) {
            last--;
        }
        if (last < 0) {
            return Double.NaN;
        }
        return past.daysSince(visits[last]) - (began.isPresent() ? past.daysSince(began.getAsLong()) : 0);
    }
}
