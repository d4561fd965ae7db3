package io.perennial.churn.history;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** An order as it stood at some time: placed and not cancelled. */
public record PlacedOrder(
        String orderId, Instant placedAt, double amount, double discount, int products, List<Integer> categories) {

    static final Comparator<PlacedOrder> CHRONOLOGICAL =
            Comparator.comparing(PlacedOrder::placedAt).thenComparing(PlacedOrder::orderId);
}
