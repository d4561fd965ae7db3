package io.perennial.churn.label;

import io.perennial.churn.history.Activity;
import io.perennial.churn.history.HistoryView;
import io.perennial.churn.history.ShopperHistory;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether a message of ours is followed within the horizon and before the next one arrives. It is asked as of just before it arrives, when sending would be decided.
 */
final class MessageResponse implements Question {

    @Override
    public Optional<Instant> moment(HistoryView past, Instant after, double draw) {
        return Question.oneOf(past.moments(Activity.MESSAGE), past, after, draw).map(arrival -> arrival.minusMillis(1));
    }

    @Override
    public boolean answer(ShopperHistory history, Instant asOf, Duration horizon) {
        HistoryView then = history.asOf(asOf.plus(horizon));
        long arrival = asOf.plusMillis(1).toEpochMilli();
        long next = firstAfter(arrival, then.moments(Activity.MESSAGE));
        return firstAfter(arrival, then.moments(Activity.RESPONSE)) < next;
    }

    private static long firstAfter(long moment, long[] ascending) {
        for (long each : ascending) {
            if (each > moment) {
                return each;
            }
        }
        return Long.MAX_VALUE;
    }
}
