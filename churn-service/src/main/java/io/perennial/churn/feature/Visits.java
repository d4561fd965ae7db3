package io.perennial.churn.feature;

import io.perennial.churn.history.Activity;
import io.perennial.churn.history.HistoryView;
import java.time.Duration;

/** What a shopper does besides ordering. */
final class Visits {

    private Visits() {}

    static double daysSinceLast(HistoryView past, Activity kind) {
        long[] moments = past.moments(kind);
        return moments.length == 0 ? Double.NaN : past.daysSince(moments[moments.length - 1]);
    }

    static double activeDays(HistoryView past) {
        return past.daysWith(
                Activity.VISIT, past.asOf().minus(Duration.ofDays(30)).toEpochMilli());
    }

    /** Days with an hour that began with it after the last order. */
    static double daysSinceOrder(HistoryView past, Activity kind) {
        return past.daysWith(kind, past.orders().getLast().placedAt().toEpochMilli());
    }
}
