package io.perennial.profile.rfm;

import io.perennial.common.topic.ProfileState.Rfm;
import io.perennial.profile.order.Purchases;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What parts the buyers into fifths by time of the last order, number of orders, and revenue. */
record CutPoints(Quintiles recency, Quintiles frequency, Quintiles monetary) {

    /** Null for who has not bought (or whose every order was cancelled). */
    @Nullable Rfm score(Purchases purchases) {
        Instant last = purchases.lastAt();
        if (last == null) {
            return null;
        }
        int r = recency.score(seconds(last));
        int f = frequency.score((double) purchases.standing());
        int m = monetary.score(purchases.revenue().doubleValue());
        return new Rfm(r, f, m, "" + r + f + m);
    }

    static double seconds(Instant at) {
        return at.getEpochSecond() + at.getNano() / 1e9;
    }
}
