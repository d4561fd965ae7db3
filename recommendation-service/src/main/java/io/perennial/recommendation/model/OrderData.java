package io.perennial.recommendation.model;

import io.perennial.common.identity.Identifier;
import io.perennial.recommendation.catalog.Catalog;
import io.perennial.recommendation.catalog.CatalogProduct;
import io.perennial.recommendation.orders.Basket;
import io.perennial.recommendation.orders.Orders;
import io.perennial.recommendation.repurchase.RepurchaseTrainer.Purchase;
import io.perennial.recommendation.shopper.Shoppers;
import io.perennial.recommendation.shopper.Shoppers.Belonging;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The orders of who consents to being learnt from, without what is never recommended. */
@Component
class OrderData {

    /** Orders of one shopper, the newest, so that one buyer or bot is not the population. */
    private static final int MOST_ORDERS = 200;

    private static final int SHOPPERS_AT_ONCE = 1_000;

    private final Orders orders;
    private final Shoppers shoppers;
    private final Catalog catalog;

    OrderData(Orders orders, Shoppers shoppers, Catalog catalog) {
        this.orders = orders;
        this.shoppers = shoppers;
        this.catalog = catalog;
    }

    /** A product's category; null where unknown. */
    @Nullable String categoryOf(String productId) {
        CatalogProduct product = catalog.now().find(productId);
        return product == null ? null : product.category();
    }

    /** Hands over the orders of each identifier, in time; holds a thousand shoppers' in memory. */
    void forEachShopper(Consumer<List<Purchase>> consumer) {
        Predicate<String> products = catalog.products();
        Map<Identifier, List<Basket>> waiting = new HashMap<>();
        orders.forEach(basket -> {
            if (waiting.size() == SHOPPERS_AT_ONCE && !waiting.containsKey(basket.identifier())) {
                handOver(waiting, products, consumer);
            }
            waiting.computeIfAbsent(basket.identifier(), id -> new ArrayList<>())
                    .add(basket);
        });
        handOver(waiting, products, consumer);
    }

    private void handOver(
            Map<Identifier, List<Basket>> waiting, Predicate<String> products, Consumer<List<Purchase>> consumer) {
        Map<Identifier, Belonging> belongings = shoppers.belongings(waiting.keySet());
        waiting.forEach((identifier, baskets) -> {
            Belonging belonging = belongings.get(identifier);
            if (belonging != null && belonging.personal()) {
                consumer.accept(baskets.stream()
                        .skip(Math.max(0, baskets.size() - MOST_ORDERS))
                        .map(basket -> new Purchase(
                                basket.at(),
                                basket.products().stream().filter(products).toList()))
                        .toList());
            }
        });
        waiting.clear();
    }
}
