package io.perennial.recommendation.orders;

import io.perennial.common.event.CommerceEvent;
import io.perennial.common.event.Event;
import io.perennial.common.event.Product;
import io.perennial.recommendation.catalog.ProductKey;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a batch of events tells of orders, an order once. */
public final class OrderBatch {

    private static final int LONGEST_ID = 200;

    private final int mostProducts;
    private final Map<String, Told> orders = new TreeMap<>();

    OrderBatch(int mostProducts) {
        this.mostProducts = mostProducts;
    }

    /** What is known of an order: its newest lines, and its newest cancellation. */
    record Told(
            String identifier,
            Instant at,
            @Nullable String version,
            List<String> products,
            @Nullable String cancelled) {

        Told and(Told other) {
            Told lines = greater(other.version, version) ? other : this;
            String cancellation = greater(other.cancelled, cancelled) ? other.cancelled : cancelled;
            return new Told(lines.identifier, lines.at, lines.version, lines.products, cancellation);
        }

        private static boolean greater(@Nullable String one, @Nullable String other) {
            return one != null && (other == null || one.compareTo(other) > 0);
        }
    }

    /** Adds an order completed, updated or cancelled; anything else says nothing here. */
    public void add(Event event, CommerceEvent commerce) {
        switch (commerce) {
            case CommerceEvent.OrderCompleted order -> lines(event, order.orderId(), order.products());
            case CommerceEvent.OrderUpdated order -> lines(event, order.orderId(), order.products());
            case CommerceEvent.OrderCancelled order ->
                tell(
                        event,
                        order.orderId(),
                        new Told(identifier(event), event.occurredAt(), null, List.of(), version(event)));
            default -> {}
        }
    }

    Map<String, Told> orders() {
        return orders;
    }

    private void lines(Event event, String orderId, List<Product> lines) {
        Set<String> products = new LinkedHashSet<>();
        for (Product line : lines) {
            String productId = ProductKey.of(line);
            if (productId != null && products.size() < mostProducts) {
                products.add(productId);
            }
        }
        if (!products.isEmpty()) {
            tell(
                    event,
                    orderId,
                    new Told(identifier(event), event.occurredAt(), version(event), List.copyOf(products), null));
        }
    }

    private void tell(Event event, String orderId, Told told) {
        // An order id is the source's own.
        String key = (event.source() + '/' + orderId).replace('\0', ' ');
        if (key.length() <= LONGEST_ID) {
            orders.merge(key, told, Told::and);
        }
    }

    private static String identifier(Event event) {
        return event.identifier().toString();
    }

    private static String version(Event event) {
        String digits = Long.toString(Math.max(0, event.occurredAt().toEpochMilli()));
        return "0".repeat(Math.max(0, 15 - digits.length()))
                + digits
                + Objects.requireNonNull(event.messageId()).replace('\0', ' ');
    }
}
