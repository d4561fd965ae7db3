package io.perennial.common.event;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The Segment e-commerce spec v2 as a closed set of alternatives. An event that is none of them is custom: kept and
 * counted by its name.
 */
public sealed interface CommerceEvent {

    record ProductsSearched(@Nullable String query) implements CommerceEvent {}

    record ProductListViewed(
            @Nullable String listId, @Nullable String category, List<Product> products) implements CommerceEvent {}

    record ProductListFiltered(
            @Nullable String listId, @Nullable String category, List<Product> products) implements CommerceEvent {}

    record PromotionViewed(
            @Nullable String promotionId, @Nullable String name) implements CommerceEvent {}

    record PromotionClicked(
            @Nullable String promotionId, @Nullable String name) implements CommerceEvent {}

    record ProductClicked(Product product) implements CommerceEvent {}

    record ProductViewed(Product product) implements CommerceEvent {}

    record ProductAdded(@Nullable String cartId, Product product) implements CommerceEvent {}

    record ProductRemoved(@Nullable String cartId, Product product) implements CommerceEvent {}

    record CartViewed(@Nullable String cartId, List<Product> products) implements CommerceEvent {}

    record CheckoutStarted(@Nullable String orderId, OrderAmounts amounts, List<Product> products)
            implements CommerceEvent {}

    record CheckoutStepViewed(
            @Nullable String checkoutId, @Nullable Integer step) implements CommerceEvent {}

    record CheckoutStepCompleted(
            @Nullable String checkoutId, @Nullable Integer step) implements CommerceEvent {}

    record PaymentInfoEntered(
            @Nullable String checkoutId, @Nullable String orderId) implements CommerceEvent {}

    record OrderCompleted(
            String orderId,
            @Nullable String checkoutId,
            OrderAmounts amounts,
            @Nullable String coupon,
            List<Product> products)
            implements CommerceEvent {}

    record OrderUpdated(
            String orderId,
            @Nullable String checkoutId,
            OrderAmounts amounts,
            @Nullable String coupon,
            List<Product> products)
            implements CommerceEvent {}

    record OrderCancelled(
            String orderId,
            @Nullable String checkoutId,
            OrderAmounts amounts,
            @Nullable String coupon,
            List<Product> products)
            implements CommerceEvent {}

    /** A refund with products or an amount is partial; with neither it is of the whole order. */
    record OrderRefunded(
            String orderId,
            @Nullable String checkoutId,
            OrderAmounts amounts,
            @Nullable String coupon,
            List<Product> products)
            implements CommerceEvent {}

    record CouponEntered(
            @Nullable String orderId,
            @Nullable String cartId,
            @Nullable String couponId) implements CommerceEvent {}

    record CouponApplied(
            @Nullable String orderId,
            @Nullable String cartId,
            @Nullable String couponId) implements CommerceEvent {}

    record CouponDenied(
            @Nullable String orderId,
            @Nullable String cartId,
            @Nullable String couponId,
            @Nullable String reason) implements CommerceEvent {}

    record CouponRemoved(
            @Nullable String orderId,
            @Nullable String cartId,
            @Nullable String couponId) implements CommerceEvent {}

    record ProductAddedToWishlist(@Nullable String wishlistId, Product product) implements CommerceEvent {}

    record ProductRemovedFromWishlist(@Nullable String wishlistId, Product product) implements CommerceEvent {}

    record WishlistProductAddedToCart(
            @Nullable String wishlistId, @Nullable String cartId, Product product) implements CommerceEvent {}

    record ProductShared(@Nullable String via, Product product) implements CommerceEvent {}

    record CartShared(@Nullable String via, @Nullable String cartId, List<Product> products) implements CommerceEvent {}

    /** A rating with its words; the rating is as sent: the spec makes it a string. */
    record ProductReviewed(
            @Nullable String productId,
            @Nullable String reviewId,
            @Nullable String body,
            @Nullable String rating) implements CommerceEvent {}

    /**
     * The commerce event this is, by its name without regard to case, v1 names included; null where it is no track, has
     * another name, or lacks the order id that makes it an order.
     */
    static @Nullable CommerceEvent of(Event event) {
        return event.type() == EventType.TRACK && event.name() != null
                ? CommerceEventName.parse(event.name(), event.properties())
                : null;
    }
}
