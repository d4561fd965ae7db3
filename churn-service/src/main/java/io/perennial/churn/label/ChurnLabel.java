package io.perennial.churn.label;

import io.perennial.churn.history.PlacedOrder;
import io.perennial.churn.history.ShopperHistory;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Churned: no order, that still stood at the horizon's end, within the horizon after the as-of time. */
public final class ChurnLabel {

    private ChurnLabel() {}

    /** Whether the shopper churned; empty for who had no order by the as-of time. Only what is past has a label. */
    public static Optional<Boolean> of(ShopperHistory history, Instant asOf, Duration horizon) {
        if (history.asOf(asOf).orders().isEmpty()) {
            return Optional.empty();
        }
        PlacedOrder last = null;
        for (PlacedOrder order : history.asOf(asOf.plus(horizon)).orders()) {
            last = order;
        }
        return Optional.of(last == null || !last.placedAt().isAfter(asOf));
    }
}
