package io.perennial.profile.affinity;

import io.perennial.common.event.CommerceEvent;
import io.perennial.common.event.CommerceEvent.*;
import io.perennial.common.event.Product;
import java.util.List;

/**
 * How much interest an event shows, and in what: a look counts one, a cart three, a purchase five for each line (not each
 * piece: a thousand paper cups are one interest). Taking something out of the cart shows none, nor does it take any away.
 */
public record Interest(double weight, List<Product> products) {

    private static final Interest NONE = new Interest(0, List.of());

    public static Interest of(CommerceEvent event) {
        return switch (event) {
            case ProductViewed viewed -> in(1, viewed.product());
            case ProductClicked clicked -> in(1, clicked.product());
            case ProductShared shared -> in(2, shared.product());
            case ProductAddedToWishlist wished -> in(2, wished.product());
            case ProductAdded added -> in(3, added.product());
            case WishlistProductAddedToCart added -> in(3, added.product());
            case OrderCompleted order -> new Interest(5, order.products());
            case ProductsSearched _,
                    ProductListViewed _,
                    ProductListFiltered _,
                    PromotionViewed _,
                    PromotionClicked _,
                    ProductRemoved _,
                    CartViewed _,
                    CheckoutStarted _,
                    CheckoutStepViewed _,
                    CheckoutStepCompleted _,
                    PaymentInfoEntered _,
                    OrderUpdated _,
                    OrderCancelled _,
                    OrderRefunded _,
                    CouponEntered _,
                    CouponApplied _,
                    CouponDenied _,
                    CouponRemoved _,
                    ProductRemovedFromWishlist _,
                    CartShared _,
                    ProductReviewed _ -> NONE;
        };
    }

    private static Interest in(double weight, Product product) {
        return new Interest(weight, List.of(product));
    }
}
