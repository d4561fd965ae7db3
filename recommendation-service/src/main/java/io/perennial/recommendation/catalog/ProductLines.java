package io.perennial.recommendation.catalog;

import io.perennial.common.event.CommerceEvent;
import io.perennial.common.event.Product;
import java.util.List;

/** The product lines of a commerce event. */
final class ProductLines {

    private ProductLines() {}

    static List<Product> of(CommerceEvent event) {
        return switch (event) {
            case CommerceEvent.ProductListViewed list -> list.products();
            case CommerceEvent.ProductListFiltered list -> list.products();
            case CommerceEvent.ProductViewed viewed -> List.of(viewed.product());
            case CommerceEvent.ProductClicked clicked -> List.of(clicked.product());
            case CommerceEvent.ProductShared shared -> List.of(shared.product());
            case CommerceEvent.ProductAdded added -> List.of(added.product());
            case CommerceEvent.ProductRemoved removed -> List.of(removed.product());
            case CommerceEvent.ProductAddedToWishlist added -> List.of(added.product());
            case CommerceEvent.ProductRemovedFromWishlist removed -> List.of(removed.product());
            case CommerceEvent.WishlistProductAddedToCart added -> List.of(added.product());
            case CommerceEvent.CartViewed cart -> cart.products();
            case CommerceEvent.CartShared cart -> cart.products();
            case CommerceEvent.CheckoutStarted checkout -> checkout.products();
            case CommerceEvent.OrderCompleted order -> order.products();
            case CommerceEvent.OrderUpdated order -> order.products();
            // What is refunded or cancelled often stands at a negative or corrected price, under a note for a name.
            case CommerceEvent.OrderCancelled ignored -> List.of();
            case CommerceEvent.OrderRefunded ignored -> List.of();
            case CommerceEvent.ProductsSearched ignored -> List.of();
            case CommerceEvent.PromotionViewed ignored -> List.of();
            case CommerceEvent.PromotionClicked ignored -> List.of();
            case CommerceEvent.CheckoutStepViewed ignored -> List.of();
            case CommerceEvent.CheckoutStepCompleted ignored -> List.of();
            case CommerceEvent.PaymentInfoEntered ignored -> List.of();
            case CommerceEvent.CouponEntered ignored -> List.of();
            case CommerceEvent.CouponApplied ignored -> List.of();
            case CommerceEvent.CouponDenied ignored -> List.of();
            case CommerceEvent.CouponRemoved ignored -> List.of();
            case CommerceEvent.ProductReviewed ignored -> List.of();
        };
    }
}
