package io.perennial.recommendation.clicklog;

import io.perennial.common.event.CommerceEvent;
import io.perennial.common.event.Event;
import io.perennial.common.event.Product;
import io.perennial.common.event.Trust;
import io.perennial.recommendation.catalog.ProductKey;
import io.perennial.recommendation.signature.RecommendationId;
import io.perennial.recommendation.signature.SentIds;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads from a commerce event what it tells of the places of which shelves, by their ids as sent. */
final class ShelfReader {

    private ShelfReader() {}

    /** What is told of the products that stood on a shelf. */
    sealed interface Telling {

        Set<String> productIds();

        /** They were seen; where none is named, all. */
        record Seen(Set<String> productIds) implements Telling {}

        /** They were clicked or put into the cart. */
        record Chosen(Set<String> productIds) implements Telling {}

        record Ordered(Set<String> productIds) implements Telling {}

        default ShelfMarks of(RecommendationId id) {
            int places = ShelfMarks.places(id, productIds());
            return switch (this) {
                case Seen seen -> ShelfMarks.seen(seen.productIds.isEmpty() ? ShelfMarks.all(id) : places);
                case Chosen ignored -> ShelfMarks.chosen(places);
                case Ordered ignored -> ShelfMarks.ordered(places);
            };
        }
    }

    /** By the id as sent; empty for what names no shelf. */
    static Map<String, Telling> read(Event event, CommerceEvent commerce, boolean ordersFromBrowsers) {
        return switch (commerce) {
            case CommerceEvent.ProductListViewed list ->
                list.listId() == null ? Map.of() : Map.of(list.listId(), new Telling.Seen(ids(list.products())));
            case CommerceEvent.ProductClicked clicked -> chosen(clicked.product());
            case CommerceEvent.ProductAdded added -> chosen(added.product());
            case CommerceEvent.OrderCompleted order
            when ordersFromBrowsers || event.trust() == Trust.SERVER ->
                ordered(SentIds.ofOrder(event), order.products());
            default -> Map.of(); // the other twenty-odd choose nothing
        };
    }

    private static Map<String, Telling> chosen(Product product) {
        String id = product.recommendationId();
        return id == null ? Map.of() : Map.of(id, new Telling.Chosen(ids(List.of(product))));
    }

    private static Map<String, Telling> ordered(@Nullable String whole, List<Product> lines) {
        Map<String, Set<String>> products = new HashMap<>();
        for (Product line : lines) {
            String id = SentIds.ofLine(line, whole);
            if (id != null) {
                products.computeIfAbsent(id, shelf -> new HashSet<>()).addAll(ids(List.of(line)));
            }
        }
        Map<String, Telling> told = new HashMap<>();
        products.forEach((id, productIds) -> told.put(id, new Telling.Ordered(productIds)));
        return told;
    }

    private static Set<String> ids(List<Product> products) {
        Set<String> ids = new HashSet<>();
        for (Product product : products) {
            String id = ProductKey.of(product);
            if (id != null) {
                ids.add(id);
            }
        }
        return ids;
    }
}
