package io.perennial.recommendation.demand;

import io.perennial.common.event.CommerceEvent;
import io.perennial.common.event.Event;
import io.perennial.common.event.Product;
import io.perennial.recommendation.catalog.ProductKey;
import io.perennial.recommendation.precedence.Precedence;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what an event says of an order's units; units have three decimals, for what is sold by weight. */
final class OrderUnitsReader {

    private static final BigDecimal MOST_UNITS = new BigDecimal(1_000_000);
    private static final int MOST_LINES = 2_000;
    private static final int DECIMALS = 3;

    private OrderUnitsReader() {}

    /** An order and what is said of it; the key is a hash of its id. */
    record Said(UUID order, OrderUnits units) {}

    /** Null where it says nothing of any. */
    static @Nullable Said read(Event event, CommerceEvent commerce) {
        Instant at = event.occurredAt().truncatedTo(ChronoUnit.MILLIS);
        return switch (commerce) {
            case CommerceEvent.OrderCompleted order ->
                said(order.orderId(), OrderUnits.completed(at, Precedence.of(event), units(order.products())));
            // An update without lines changes an address or a state, not what was ordered.
            case CommerceEvent.OrderUpdated order
            when !order.products().isEmpty() ->
                said(order.orderId(), OrderUnits.updated(Precedence.of(event), units(order.products())));
            case CommerceEvent.OrderCancelled order -> said(order.orderId(), OrderUnits.calledOff());
            case CommerceEvent.OrderRefunded order
            when !order.products().isEmpty() -> said(order.orderId(), OrderUnits.refunded(at, units(order.products())));
            case CommerceEvent.OrderRefunded order
            when event.base() == null && order.amounts().counted(order.products()) == null ->
                said(order.orderId(), OrderUnits.calledOff());
            default -> null; // an amount given back moves no units; the other twenty-odd are no orders
        };
    }

    private static Said said(String orderId, OrderUnits units) {
        return new Said(hash(orderId), units);
    }

    private static Map<String, BigDecimal> units(List<Product> products) {
        Map<String, BigDecimal> units = new TreeMap<>();
        for (Product product : products) {
            String key = ProductKey.of(product);
            BigDecimal quantity = product.quantity() == null
                    ? BigDecimal.ONE
                    : product.quantity().abs();
            if (key != null
                    && quantity.signum() > 0
                    && quantity.compareTo(MOST_UNITS) <= 0
                    && (units.size() < MOST_LINES || units.containsKey(key))) {
                units.merge(key, quantity.setScale(DECIMALS, RoundingMode.HALF_UP), BigDecimal::add);
            }
        }
        return units;
    }

    private static UUID hash(String orderId) {
        try {
            ByteBuffer hash = ByteBuffer.wrap(
                    MessageDigest.getInstance("SHA-256").digest(orderId.getBytes(StandardCharsets.UTF_8)));
            return new UUID(hash.getLong(), hash.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
