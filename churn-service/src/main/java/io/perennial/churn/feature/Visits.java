package io.perennial.churn.feature;

import io.perennial.churn.history.Activity;
import io.perennial.churn.history.HistoryView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What a shopper does besides ordering. */
final class Visits {

    private Visits() {}

    static double daysSinceLast(HistoryView past, Activity kind) {
        List<Instant> moments = past.moments(kind);
        return moments.isEmpty() ? Double.NaN : past.daysSince(moments.getLast());
    }

    static double activeDays(HistoryView past) {
        return past.daysWith(Activity.VISIT, past.asOf().minus(Duration.ofDays(30)));
    }

    /** Days with an hour that began with it after the last order. */
    static double daysSinceOrder(HistoryView past, Activity kind) {
        Instant order = past.orders().getLast().placedAt();
        return past.daysWith(kind, order);
    }
}
