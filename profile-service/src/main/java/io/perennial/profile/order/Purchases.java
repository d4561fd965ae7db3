package io.perennial.profile.order;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a shopper bought, all identifiers together.
 *
 * @param orders distinct completed orders, cancelled ones included
 * @param standing those not cancelled
 * @param revenue orders less refunds, in the shop's currency, exact
 * @param firstAt time of the first standing order
 * @param lastAt time of the last standing order
 */
public record Purchases(
        long orders,
        long standing,
        BigDecimal revenue,
        @Nullable Instant firstAt,
        @Nullable Instant lastAt) {

    public static final Purchases NONE = new Purchases(0, 0, BigDecimal.ZERO, null, null);

    /** The same order seen under several identifiers is one order. */
    public static Purchases of(Collection<Order> seen) {
        if (seen.isEmpty()) {
            return NONE;
        }
        Map<String, Order> distinct = new HashMap<>();
        seen.forEach(order -> distinct.merge(order.orderId(), order, Order::merge));
        long orders = 0;
        long standing = 0;
        BigDecimal revenue = BigDecimal.ZERO;
        Instant first = null;
        Instant last = null;
        for (Order order : distinct.values()) {
            revenue = revenue.add(order.net());
            Instant at = order.placedAt();
            if (at == null) {
                continue;
            }
            orders++;
            if (order.stands()) {
                standing++;
                first = first == null || at.isBefore(first) ? at : first;
                last = last == null || at.isAfter(last) ? at : last;
            }
        }
        return new Purchases(orders, standing, revenue, first, last);
    }

    /** Mean time between standing orders; null with fewer than two. */
    public @Nullable Duration meanInterval() {
        return standing < 2 || firstAt == null || lastAt == null
                ? null
                : Duration.between(firstAt, lastAt).dividedBy(standing - 1);
    }
}
