package io.perennial.recommendation.attribution;

import io.perennial.common.event.CommerceEvent;
import io.perennial.common.event.Event;
import io.perennial.common.event.OrderAmounts;
import io.perennial.common.event.Product;
import io.perennial.recommendation.attribution.AttributedOrder.Amended;
import io.perennial.recommendation.attribution.AttributedOrder.Line;
import io.perennial.recommendation.attribution.AttributedOrder.Returned;
import io.perennial.recommendation.attribution.AttributedOrder.Said;
import io.perennial.recommendation.catalog.ProductKey;
import io.perennial.recommendation.precedence.Precedence;
import io.perennial.recommendation.signature.SentIds;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what an event says of an order that recommendations may have led to. */
final class AttributedOrderReader {

    /** More different products of an order count as one without an id. */
    private static final int MOST_PRODUCTS = 500;

    /** Of a line; a recommendation's revenue, a sum of them, has fewer. */
    private static final int DECIMALS = 6;

    /** More than any shop sells; numbers as long as a page are no orders. */
    private static final BigDecimal MOST = new BigDecimal("1E+12");

    private AttributedOrderReader() {}

    /** An order by its key, and what is said of it. */
    record Told(String key, AttributedOrder order) {}

    /** Under which an order is kept: 64 bits of a hash of its id. */
    static String key(String orderId) {
        return hash(orderId);
    }

    /**
     * Null where it says nothing of any, or completes one that came of no recommendation.
     *
     * @param nonces of the recommendations it names whose ids are good, by the id as sent
     */
    static @Nullable Told read(Event event, CommerceEvent commerce, Map<String, Long> nonces) {
        return switch (commerce) {
            case CommerceEvent.OrderCompleted order
            when !nonces.isEmpty() ->
                new Told(
                        key(order.orderId()),
                        AttributedOrder.completed(
                                new Said(Precedence.of(event), whole(event, nonces), completed(event, order, nonces))));
            case CommerceEvent.OrderUpdated order -> updated(event, order);
            case CommerceEvent.OrderCancelled order -> new Told(key(order.orderId()), AttributedOrder.calledOff());
            case CommerceEvent.OrderRefunded order -> new Told(key(order.orderId()), refunded(event, order));
            default -> null; // the other twenty-odd are no orders
        };
    }

    private static @Nullable Long whole(Event event, Map<String, Long> nonces) {
        return nonce(SentIds.ofOrder(event), nonces);
    }

    private static @Nullable Long nonce(@Nullable String sent, Map<String, Long> nonces) {
        return sent == null ? null : nonces.get(sent);
    }

    private static List<Line> completed(Event event, CommerceEvent.OrderCompleted order, Map<String, Long> nonces) {
        Long whole = whole(event, nonces);
        if (order.products().isEmpty()) {
            BigDecimal amount = counted(event, order.amounts(), List.of());
            return List.of(new Line(
                    AttributedOrder.NO_PRODUCT,
                    whole,
                    BigDecimal.ONE,
                    amount == null ? BigDecimal.ZERO : shortened(amount.max(BigDecimal.ZERO))));
        }
        BigDecimal rate = rate(event, order.amounts(), order.products());
        Lines lines = new Lines();
        for (Product product : order.products()) {
            lines.add(product, nonce(SentIds.ofLine(product, SentIds.ofOrder(event)), nonces), rate);
        }
        return lines.all();
    }

    /** An update that says no amount changes none; one without lines changes the amount alone. */
    private static @Nullable Told updated(Event event, CommerceEvent.OrderUpdated order) {
        BigDecimal amount = counted(event, order.amounts(), order.products());
        if (amount == null) {
            return null;
        }
        String version = Precedence.of(event);
        if (order.products().isEmpty()) {
            return new Told(
                    key(order.orderId()),
                    AttributedOrder.amended(new Amended(version, shortened(amount.max(BigDecimal.ZERO)))));
        }
        BigDecimal rate = rate(event, order.amounts(), order.products());
        Lines lines = new Lines();
        order.products().forEach(product -> lines.add(product, null, rate));
        return new Told(key(order.orderId()), AttributedOrder.updated(new Said(version, null, lines.all())));
    }

    private static AttributedOrder refunded(Event event, CommerceEvent.OrderRefunded order) {
        List<Product> products = order.products();
        BigDecimal amount = counted(event, order.amounts(), products);
        if (amount == null && products.isEmpty()) {
            return AttributedOrder.refunded();
        }
        return AttributedOrder.refunded(
                hash(event.source() + '/' + event.messageId()),
                products.isEmpty() && amount != null
                        ? List.of(new Returned(AttributedOrder.NO_PRODUCT, BigDecimal.ONE, shortened(amount.abs())))
                        : returned(event, order, amount));
    }

    /** At the refund's own prices; an amount without prices is shared by units; else the order says what they are worth. */
    private static List<Returned> returned(
            Event event, CommerceEvent.OrderRefunded order, @Nullable BigDecimal amount) {
        BigDecimal units = BigDecimal.ZERO;
        BigDecimal priced = BigDecimal.ZERO;
        for (Product product : order.products()) {
            units = units.add(units(product));
            priced = priced.add(amount(product).abs());
        }
        BigDecimal rate = rate(event, order.amounts(), order.products());
        List<Returned> returned = new ArrayList<>();
        for (Product product : order.products()
                .subList(0, Math.min(MOST_PRODUCTS, order.products().size()))) {
            BigDecimal worth = null;
            if (priced.signum() == 0 && amount != null) {
                worth = amount.abs().multiply(units(product)).divide(units, MathContext.DECIMAL64);
            } else if (product.price() != null) {
                worth = amount(product).abs().multiply(rate);
            }
            returned.add(new Returned(product(product), units(product), worth == null ? null : shortened(worth)));
        }
        return List.copyOf(returned);
    }

    /** What the event comes to in the shop's currency; null where it names no amount. */
    private static @Nullable BigDecimal counted(Event event, OrderAmounts amounts, List<Product> products) {
        return event.base() != null ? event.base().amount() : amounts.counted(products);
    }

    /** What a line's amount is to be multiplied by to stand in the shop's currency, after discounts. */
    private static BigDecimal rate(Event event, OrderAmounts amounts, List<Product> products) {
        BigDecimal lines = BigDecimal.ZERO;
        for (Product product : products) {
            lines = lines.add(amount(product).max(BigDecimal.ZERO));
        }
        if (event.base() != null && event.base().amount().signum() > 0 && lines.signum() > 0) {
            return event.base().amount().divide(lines, MathContext.DECIMAL64);
        }
        BigDecimal counted = amounts.counted(products);
        return counted != null && counted.signum() == 0 ? BigDecimal.ZERO : BigDecimal.ONE;
    }

    private static BigDecimal amount(Product product) {
        BigDecimal amount = product.amount();
        return amount == null ? BigDecimal.ZERO : amount;
    }

    /** One where it is not said, as in the amount. */
    private static BigDecimal units(Product product) {
        BigDecimal quantity = product.quantity();
        return quantity == null || quantity.signum() == 0
                ? BigDecimal.ONE
                : quantity.abs().min(MOST);
    }

    private static String product(Product product) {
        String key = ProductKey.of(product);
        return key == null ? AttributedOrder.NO_PRODUCT : key;
    }

    private static BigDecimal shortened(BigDecimal amount) {
        return amount.min(MOST).setScale(DECIMALS, RoundingMode.HALF_EVEN).stripTrailingZeros();
    }

    private static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Collects an order's lines, those of one product and recommendation as one. */
    private static final class Lines {

        private record Place(String product, @Nullable Long nonce) {}

        private final Set<String> products = new HashSet<>();
        private final Map<Place, Line> lines = new LinkedHashMap<>();

        void add(Product product, @Nullable Long nonce, BigDecimal rate) {
            String own = product(product);
            String name = products.size() < MOST_PRODUCTS || products.contains(own) ? own : AttributedOrder.NO_PRODUCT;
            products.add(name);
            BigDecimal amount = shortened(amount(product).max(BigDecimal.ZERO).multiply(rate));
            lines.merge(new Place(name, nonce), new Line(name, nonce, units(product), amount), Line::plus);
        }

        List<Line> all() {
            return List.copyOf(lines.values());
        }
    }
}
