package io.perennial.recommendation.attribution;

import io.perennial.common.event.CommerceEvent;
import io.perennial.common.event.Event;
import io.perennial.common.event.Money;
import io.perennial.common.event.OrderAmounts;
import io.perennial.common.event.Product;
import io.perennial.common.event.Trust;
import io.perennial.recommendation.precedence.Precedence;
import io.perennial.recommendation.signature.RecommendationId;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads from a commerce event what it says came of which recommendation, by the ids as sent. */
final class OutcomeReader {

    private static final int MOST_IDS = 100;

    private OutcomeReader() {}

    /** What a recommendation led to, once its id is found good. */
    sealed interface Claim {

        record Seen() implements Claim {}

        record Clicked() implements Claim {}

        record Carted() implements Claim {}

        record Ordered(String order, Sale sale) implements Claim {}

        default Outcome of(RecommendationId id) {
            return switch (this) {
                case Seen ignored -> Outcome.seen(id);
                case Clicked ignored -> Outcome.clicked(id);
                case Carted ignored -> Outcome.carted(id);
                case Ordered ordered -> Outcome.ordered(id, ordered.order(), ordered.sale());
            };
        }
    }

    /** By the id as sent, at most {@value #MOST_IDS} an event; empty for what names no recommendation. */
    static Map<String, Claim> read(Event event, CommerceEvent commerce, boolean ordersFromBrowsers) {
        return switch (commerce) {
            case CommerceEvent.ProductListViewed list ->
                list.listId() == null ? Map.of() : Map.of(list.listId(), new Claim.Seen());
            case CommerceEvent.ProductClicked clicked -> one(clicked.product(), new Claim.Clicked());
            case CommerceEvent.ProductAdded added -> one(added.product(), new Claim.Carted());
            case CommerceEvent.OrderCompleted order
            when ordersFromBrowsers || event.trust() == Trust.SERVER -> order(event, order);
            default -> Map.of(); // the other twenty-odd are no outcome
        };
    }

    private static Map<String, Claim> one(Product product, Claim claim) {
        return product.recommendationId() == null ? Map.of() : Map.of(product.recommendationId(), claim);
    }

    /** Each recommendation with the lines that name it; what the order names itself has the lines that name none. */
    private static Map<String, Claim> order(Event event, CommerceEvent.OrderCompleted order) {
        String whole = event.properties().text("recommendation_id");
        Map<String, BigDecimal> amounts = new LinkedHashMap<>();
        for (Product line : order.products()) {
            String id = line.recommendationId() != null ? line.recommendationId() : whole;
            if (id != null && (amounts.size() < MOST_IDS || amounts.containsKey(id))) {
                BigDecimal amount = line.amount();
                amounts.merge(id, amount == null ? BigDecimal.ZERO : amount.max(BigDecimal.ZERO), BigDecimal::add);
            }
        }
        BigDecimal rate = rate(event.base(), order.amounts(), order.products());
        String key = hash(order.orderId());
        String version = Precedence.of(event);
        Map<String, Claim> claims = new LinkedHashMap<>();
        amounts.forEach((id, amount) -> claims.put(id, new Claim.Ordered(key, new Sale(version, cents(amount, rate)))));
        if (whole != null && order.products().isEmpty()) {
            BigDecimal base =
                    event.base() == null ? BigDecimal.ZERO : event.base().amount();
            claims.put(
                    whole, new Claim.Ordered(key, new Sale(version, cents(base.max(BigDecimal.ZERO), BigDecimal.ONE))));
        }
        return claims;
    }

    /** What a line's amount is to be multiplied by to stand in the shop's currency, after discounts. */
    private static BigDecimal rate(@Nullable Money base, OrderAmounts amounts, List<Product> products) {
        BigDecimal lines = BigDecimal.ZERO;
        for (Product product : products) {
            BigDecimal amount = product.amount();
            lines = lines.add(amount == null ? BigDecimal.ZERO : amount.max(BigDecimal.ZERO));
        }
        if (base != null && base.amount().signum() > 0 && lines.signum() > 0) {
            return base.amount().divide(lines, MathContext.DECIMAL64);
        }
        BigDecimal counted = amounts.counted(products);
        return counted != null && counted.signum() == 0 ? BigDecimal.ZERO : BigDecimal.ONE;
    }

    private static BigDecimal cents(BigDecimal amount, BigDecimal rate) {
        return amount.multiply(rate).setScale(4, java.math.RoundingMode.HALF_EVEN);
    }

    private static String hash(String orderId) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(orderId.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
