package io.perennial.churn.label;

import io.perennial.churn.history.Activity;
import io.perennial.churn.history.HistoryView;
import io.perennial.churn.history.ShopperHistory;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * Whether a session that is under way ends with an order. It is asked as of what happens in a session: a first visit, look at a product or
 * use of the cart in an hour.
 */
final class SessionConversion implements Question {

    @Override
    public Optional<Instant> moment(HistoryView past, Instant after, double draw) {
        long[] moments = LongStream.concat(
                        LongStream.of(past.moments(Activity.VISIT)),
                        LongStream.concat(
                                LongStream.of(past.moments(Activity.PRODUCT)),
                                LongStream.of(past.moments(Activity.CART))))
                .sorted()
                .distinct()
                .toArray();
        return Question.oneOf(moments, past, after, draw);
    }

    @Override
    public boolean answer(ShopperHistory history, Instant asOf, Duration horizon) {
        return history.asOf(asOf.plus(horizon)).orderedInSessionOf(asOf);
    }
}
