package io.perennial.recommendation.attribution;

import io.perennial.common.event.CommerceEvent;
import io.perennial.common.event.Event;
import io.perennial.common.event.Product;
import io.perennial.recommendation.signature.RecommendationId;
import io.perennial.recommendation.signature.SentIds;
import java.util.LinkedHashMap;
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

        record Ordered(String order) implements Claim {}

        default Outcome of(RecommendationId id) {
            return switch (this) {
                case Seen ignored -> Outcome.seen(id);
                case Clicked ignored -> Outcome.clicked(id);
                case Carted ignored -> Outcome.carted(id);
                case Ordered ordered -> Outcome.ordered(id, ordered.order());
            };
        }
    }

    /**
     * By the id as sent, at most {@value #MOST_IDS} an event; empty for what names no recommendation.
     *
     * @param believed whether it counts where it tells of an order
     */
    static Map<String, Claim> read(Event event, CommerceEvent commerce, boolean believed) {
        return switch (commerce) {
            case CommerceEvent.ProductListViewed list ->
                list.listId() == null ? Map.of() : Map.of(list.listId(), new Claim.Seen());
            case CommerceEvent.ProductClicked clicked -> one(clicked.product(), new Claim.Clicked());
            case CommerceEvent.ProductAdded added -> one(added.product(), new Claim.Carted());
            case CommerceEvent.OrderCompleted order when believed -> order(order, SentIds.ofOrder(event));
            default -> Map.of(); // the other twenty-odd are no outcome, or name none
        };
    }

    private static Map<String, Claim> one(Product product, Claim claim) {
        return product.recommendationId() == null ? Map.of() : Map.of(product.recommendationId(), claim);
    }

    /** Each recommendation that a line names; what the order names itself has the lines that name none. */
    private static Map<String, Claim> order(CommerceEvent.OrderCompleted order, @Nullable String whole) {
        Claim claim = new Claim.Ordered(AttributedOrderReader.key(order.orderId()));
        Map<String, Claim> claims = new LinkedHashMap<>();
        for (Product line : order.products()) {
            String id = SentIds.ofLine(line, whole);
            if (id != null && claims.size() < MOST_IDS) {
                claims.put(id, claim);
            }
        }
        if (whole != null && order.products().isEmpty()) {
            claims.put(whole, claim);
        }
        return claims;
    }
}
