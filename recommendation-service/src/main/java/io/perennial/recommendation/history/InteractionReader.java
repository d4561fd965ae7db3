package io.perennial.recommendation.history;

import io.perennial.common.event.CommerceEvent;
import io.perennial.common.event.Product;
import io.perennial.recommendation.catalog.ProductKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Reads from a commerce event what its shopper did with which products. */
final class InteractionReader {

    private InteractionReader() {}

    /** Empty for what says nothing of products: searches, coupons, payment; a list without an id is no impression. */
    static List<Interaction> read(CommerceEvent event, Instant at) {
        return switch (event) {
            case CommerceEvent.ProductViewed viewed -> one(viewed.product(), InteractionKind.VIEW, at);
            case CommerceEvent.ProductClicked clicked -> one(clicked.product(), InteractionKind.VIEW, at);
            case CommerceEvent.ProductShared shared -> one(shared.product(), InteractionKind.VIEW, at);
            case CommerceEvent.ProductAddedToWishlist added -> one(added.product(), InteractionKind.WISH, at);
            case CommerceEvent.ProductRemovedFromWishlist removed -> one(removed.product(), InteractionKind.UNWISH, at);
            case CommerceEvent.ProductAdded added -> one(added.product(), InteractionKind.CART, at);
            case CommerceEvent.WishlistProductAddedToCart added -> one(added.product(), InteractionKind.CART, at);
            case CommerceEvent.ProductRemoved removed -> one(removed.product(), InteractionKind.REMOVE, at);
            case CommerceEvent.CartViewed viewed -> all(viewed.products(), InteractionKind.CART, at);
            case CommerceEvent.CheckoutStarted started -> all(started.products(), InteractionKind.CART, at);
            case CommerceEvent.OrderCompleted order -> all(order.products(), InteractionKind.ORDER, at);
            case CommerceEvent.OrderUpdated order -> all(order.products(), InteractionKind.ORDER, at);
            case CommerceEvent.OrderCancelled order -> all(order.products(), InteractionKind.CANCEL, at);
            case CommerceEvent.OrderRefunded order -> all(order.products(), InteractionKind.RETURN, at);
            case CommerceEvent.ProductsSearched ignored -> List.of();
            case CommerceEvent.ProductListViewed list ->
                list.listId() == null ? List.of() : all(list.products(), InteractionKind.SEEN, at);
            case CommerceEvent.ProductListFiltered ignored -> List.of();
            case CommerceEvent.PromotionViewed ignored -> List.of();
            case CommerceEvent.PromotionClicked ignored -> List.of();
            case CommerceEvent.CheckoutStepViewed ignored -> List.of();
            case CommerceEvent.CheckoutStepCompleted ignored -> List.of();
            case CommerceEvent.PaymentInfoEntered ignored -> List.of();
            case CommerceEvent.CouponEntered ignored -> List.of();
            case CommerceEvent.CouponApplied ignored -> List.of();
            case CommerceEvent.CouponDenied ignored -> List.of();
            case CommerceEvent.CouponRemoved ignored -> List.of();
            case CommerceEvent.CartShared ignored -> List.of();
            case CommerceEvent.ProductReviewed ignored -> List.of();
        };
    }

    private static List<Interaction> one(Product product, InteractionKind kind, Instant at) {
        return all(List.of(product), kind, at);
    }

    private static List<Interaction> all(List<Product> products, InteractionKind kind, Instant at) {
        Instant time = Instant.ofEpochMilli(at.toEpochMilli());
        List<Interaction> interactions = new ArrayList<>(products.size());
        for (Product product : products) {
            String productId = ProductKey.of(product);
            if (productId != null) {
                interactions.add(new Interaction(productId, kind, time));
            }
        }
        return interactions;
    }
}
