package io.perennial.churn.label;

import io.perennial.churn.history.HistoryView;
import io.perennial.churn.history.ShopperHistory;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What is asked of a shopper: as of when, and how the answer is known once its time has passed. */
interface Question {

    /**
     * As of when the shopper is asked about; empty where there is nothing to ask.
     *
     * @param past as of the end of the time that is looked at
     * @param after where that time begins; as its end where only that moment counts
     * @param draw from 0 to below 1: which of several moments is taken
     */
    Optional<Instant> moment(HistoryView past, Instant after, double draw);

    /** Whether it came to be, seen from the horizon's end; only what is past has an answer. */
    boolean answer(ShopperHistory history, Instant asOf, Duration horizon);

    /** One of the moments in (after, the as-of time of the past]; empty where none lies there. */
    static Optional<Instant> oneOf(long[] ascending, HistoryView past, Instant after, double draw) {
        int first = 0;
        while (first < ascending.length && ascending[first] <= after.toEpochMilli()) {
            first++;
        }
        int count = ascending.length - first;
        return count == 0
                ? Optional.empty()
                : Optional.of(Instant.ofEpochMilli(ascending[first + (int) (draw * count)]));
    }
}
