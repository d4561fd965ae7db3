package io.perennial.churn.retention;

import io.perennial.churn.history.HistoryView;
import io.perennial.churn.history.PlacedOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How long a shopper stayed: from the first order until the silence after some order had first lasted the horizon, or until now.
 *
 * @param from the first order
 * @param days how long it lasted, or is known to have lasted
 * @param ended false: still lasting, that is censored
 */
record Lifetime(Instant from, double days, boolean ended) {

    /** Empty where there is no order. */
    static Optional<Lifetime> of(HistoryView past, Duration horizon) {
        if (past.orders().isEmpty()) {
            return Optional.empty();
        }
        Instant first = past.orders().getFirst().placedAt();
        Instant silentFrom = first;
        for (PlacedOrder order : past.orders()) {
            if (order.placedAt().isAfter(silentFrom.plus(horizon))) {
                break;
            }
            silentFrom = order.placedAt();
        }
        Instant end = silentFrom.plus(horizon);
        boolean ended = !end.isAfter(past.asOf());
        Duration lasted = Duration.between(first, ended ? end : past.asOf());
        return Optional.of(new Lifetime(first, lasted.toSeconds() / 86_400.0, ended));
    }

    /** When it ended; only where it did. */
    Instant end() {
        return from.plusMillis((long) (days * 86_400_000));
    }
}
