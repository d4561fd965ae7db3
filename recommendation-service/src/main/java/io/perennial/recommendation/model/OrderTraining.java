package io.perennial.recommendation.model;

import io.perennial.common.identity.Identifier;
import io.perennial.recommendation.catalog.Assortment;
import io.perennial.recommendation.catalog.Catalog;
import io.perennial.recommendation.catalog.CatalogProduct;
import io.perennial.recommendation.neighbours.ItemToItemModel;
import io.perennial.recommendation.neighbours.ItemToItemParameters;
import io.perennial.recommendation.neighbours.LiftTrainer;
import io.perennial.recommendation.orders.Basket;
import io.perennial.recommendation.orders.Orders;
import io.perennial.recommendation.repurchase.RepurchaseModel;
import io.perennial.recommendation.repurchase.RepurchaseParameters;
import io.perennial.recommendation.repurchase.RepurchaseTrainer;
import io.perennial.recommendation.repurchase.RepurchaseTrainer.Purchase;
import io.perennial.recommendation.shopper.Shoppers;
import io.perennial.recommendation.shopper.Shoppers.Belonging;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Trains what orders tell: what is bought together, and when it is bought again. */
@Component
class OrderTraining {

    private static final int LONGEST_BASKET = 100;

    /** Orders of one shopper, the newest, so that one buyer or bot is not the population. */
    private static final int MOST_ORDERS = 200;

    private static final int SHOPPERS_AT_ONCE = 1_000;

    private final Orders orders;
    private final Shoppers shoppers;
    private final Catalog catalog;

    OrderTraining(Orders orders, Shoppers shoppers, Catalog catalog) {
        this.orders = orders;
        this.shoppers = shoppers;
        this.catalog = catalog;
    }

    /** What a training made. */
    record Outcome(ItemToItemModel basket, RepurchaseModel repurchase) {}

    Outcome train(ItemToItemParameters parameters, RepurchaseParameters repurchaseParameters) {
        LiftTrainer lift = new LiftTrainer(parameters, LONGEST_BASKET);
        Assortment assortment = catalog.now();
        RepurchaseTrainer repurchase =
                new RepurchaseTrainer(repurchaseParameters, productId -> categoryOf(assortment, productId));
        Predicate<String> products = catalog.products();
        Map<Identifier, List<Basket>> waiting = new HashMap<>();
        orders.forEach(basket -> {
            if (waiting.size() == SHOPPERS_AT_ONCE && !waiting.containsKey(basket.identifier())) {
                add(waiting, products, lift, repurchase);
            }
            waiting.computeIfAbsent(basket.identifier(), id -> new ArrayList<>())
                    .add(basket);
        });
        add(waiting, products, lift, repurchase);
        return new Outcome(lift.model(), repurchase.model());
    }

    private void add(
            Map<Identifier, List<Basket>> waiting,
            Predicate<String> products,
            LiftTrainer lift,
            RepurchaseTrainer repurchase) {
        Map<Identifier, Belonging> belongings = shoppers.belongings(waiting.keySet());
        waiting.forEach((identifier, baskets) -> {
            Belonging belonging = belongings.get(identifier);
            if (belonging != null && belonging.personal()) {
                List<Purchase> purchases = baskets.stream()
                        .skip(Math.max(0, baskets.size() - MOST_ORDERS))
                        .map(basket -> new Purchase(
                                basket.at(),
                                basket.products().stream().filter(products).toList()))
                        .toList();
                purchases.forEach(purchase -> lift.add(purchase.products()));
                repurchase.add(purchases);
            }
        });
        waiting.clear();
    }

    private static @Nullable String categoryOf(Assortment assortment, String productId) {
        CatalogProduct product = assortment.find(productId);
        return product == null ? null : product.category();
    }
}
