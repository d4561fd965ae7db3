package io.perennial.churn.label;

import io.perennial.churn.history.HistoryView;
import io.perennial.churn.history.PlacedOrder;
import io.perennial.churn.history.ShopperHistory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Whether who has ordered orders again within the horizon, an order that still stands at its end. */
final class NextOrder implements Question {

    @Override
    public Optional<Instant> moment(HistoryView past, Instant after, double draw) {
        return past.orders().isEmpty() ? Optional.empty() : Optional.of(past.asOf());
    }

    @Override
    public boolean answer(ShopperHistory history, Instant asOf, Duration horizon) {
        List<PlacedOrder> orders = history.asOf(asOf.plus(horizon)).orders();
        return !orders.isEmpty() && orders.getLast().placedAt().isAfter(asOf);
    }
}
