package io.perennial.profile.order;

import io.perennial.common.event.CommerceEvent;
import io.perennial.common.event.CommerceEvent.OrderCancelled;
import io.perennial.common.event.CommerceEvent.OrderCompleted;
import io.perennial.common.event.CommerceEvent.OrderRefunded;
import io.perennial.common.event.CommerceEvent.OrderUpdated;
import io.perennial.common.event.Event;
import io.perennial.common.event.Money;
import io.perennial.common.event.OrderAmounts;
import io.perennial.common.event.Product;
import io.perennial.profile.stamp.Stamp;
import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one event says of an order. */
final class Orders {

    private Orders() {}

    /** Null where it says nothing of any. */
    static @Nullable Order saidBy(Event event, @Nullable CommerceEvent commerce) {
        if (commerce == null) {
            return null;
        }
        return switch (commerce) {
            case OrderCompleted order -> completed(order.orderId(), event);
            case OrderUpdated order -> updated(order.orderId(), event);
            case OrderCancelled order -> new Order(clean(order.orderId()), null, null, true, false, BigDecimal.ZERO);
            case OrderRefunded order -> refunded(order.orderId(), order.amounts(), order.products(), event);
            default -> null; // the other twenty-odd say nothing of an order
        };
    }

    private static Order completed(String orderId, Event event) {
        return new Order(
                clean(orderId),
                event.occurredAt().truncatedTo(ChronoUnit.MICROS),
                amount(event),
                false,
                false,
                BigDecimal.ZERO);
    }

    private static Order updated(String orderId, Event event) {
        return new Order(clean(orderId), null, amount(event), false, false, BigDecimal.ZERO);
    }

    private static Order refunded(String orderId, OrderAmounts amounts, List<Product> products, Event event) {
        Money base = event.base();
        boolean whole = base == null && products.isEmpty() && amounts.counted(products) == null;
        BigDecimal refunded = base == null ? BigDecimal.ZERO : base.amount().abs();
        return new Order(clean(orderId), null, null, false, whole, refunded);
    }

    private static Order.@Nullable Amount amount(Event event) {
        Money base = event.base();
        return base == null ? null : new Order.Amount(base.amount(), Stamp.of(event));
    }

    /** PostgreSQL's text has no NUL. */
    private static String clean(String orderId) {
        return orderId.replace('\0', '\uFFFD');
    }
}
