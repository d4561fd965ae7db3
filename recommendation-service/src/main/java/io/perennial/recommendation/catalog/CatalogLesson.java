package io.perennial.recommendation.catalog;

import io.perennial.common.event.CommerceEvent;
import io.perennial.common.event.Event;
import io.perennial.common.event.Product;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** What a batch of events tells of products, a product once. */
public final class CatalogLesson {

    private final String shopCurrency;
    private final Map<String, LearntProduct> products = new HashMap<>();

    CatalogLesson(String shopCurrency) {
        this.shopCurrency = shopCurrency;
    }

    /** Adds the product lines of an event; a price in another currency than the shop's is no price of the catalog. */
    public void add(Event event, CommerceEvent commerce) {
        LearntVersion version = null;
        boolean withPrice = false;
        for (Product line : ProductLines.of(commerce)) {
            String productId = ProductKey.of(line);
            if (productId == null) {
                continue;
            }
            if (version == null) {
                version = LearntVersion.of(event);
                String currency = event.properties().text("currency");
                withPrice = currency == null || currency.equalsIgnoreCase(shopCurrency);
            }
            products.computeIfAbsent(productId, id -> new LearntProduct()).learn(line, version, withPrice);
        }
    }

    /** What was learnt, in the order of the product ids. */
    Map<String, LearntProduct> products() {
        return new TreeMap<>(products);
    }
}
