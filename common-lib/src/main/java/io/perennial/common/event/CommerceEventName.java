package io.perennial.common.event;

import io.perennial.common.event.CommerceEvent.*;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The names of the commerce events, their v1 aliases, and how each is read from its properties. */
@SuppressWarnings("ImmutableEnumChecker") // an unmodifiable list and functions without state
public enum CommerceEventName {
    PRODUCTS_SEARCHED("Products Searched", p -> new ProductsSearched(query(p))),
    PRODUCT_LIST_VIEWED(
            "Product List Viewed",
            p -> new ProductListViewed(p.text("list_id"), p.text("category"), Product.listOf(p)),
            "Viewed Product Category"),
    PRODUCT_LIST_FILTERED(
            "Product List Filtered",
            p -> new ProductListFiltered(p.text("list_id"), p.text("category"), Product.listOf(p))),
    PROMOTION_VIEWED(
            "Promotion Viewed", p -> new PromotionViewed(p.text("promotion_id"), p.text("name")), "Viewed Promotion"),
    PROMOTION_CLICKED(
            "Promotion Clicked",
            p -> new PromotionClicked(p.text("promotion_id"), p.text("name")),
            "Clicked Promotion"),
    PRODUCT_CLICKED("Product Clicked", p -> new ProductClicked(Product.of(p)), "Clicked Product"),
    PRODUCT_VIEWED("Product Viewed", p -> new ProductViewed(Product.of(p)), "Viewed Product"),
    PRODUCT_ADDED("Product Added", p -> new ProductAdded(p.text("cart_id"), Product.of(p)), "Added Product"),
    PRODUCT_REMOVED("Product Removed", p -> new ProductRemoved(p.text("cart_id"), Product.of(p)), "Removed Product"),
    CART_VIEWED("Cart Viewed", p -> new CartViewed(p.text("cart_id"), Product.listOf(p))),
    CHECKOUT_STARTED(
            "Checkout Started",
            p -> new CheckoutStarted(p.text("order_id"), OrderAmounts.of(p), Product.listOf(p)),
            "Started Order"),
    CHECKOUT_STEP_VIEWED(
            "Checkout Step Viewed",
            p -> new CheckoutStepViewed(p.text("checkout_id"), p.integer("step")),
            "Viewed Checkout Step"),
    CHECKOUT_STEP_COMPLETED(
            "Checkout Step Completed",
            p -> new CheckoutStepCompleted(p.text("checkout_id"), p.integer("step")),
            "Completed Checkout Step"),
    PAYMENT_INFO_ENTERED(
            "Payment Info Entered", p -> new PaymentInfoEntered(p.text("checkout_id"), p.text("order_id"))),
    ORDER_COMPLETED("Order Completed", order(OrderCompleted::new), "Completed Order"),
    ORDER_UPDATED("Order Updated", order(OrderUpdated::new), "Updated Order"),
    ORDER_CANCELLED("Order Cancelled", order(OrderCancelled::new), "Cancelled Order"),
    ORDER_REFUNDED("Order Refunded", order(OrderRefunded::new), "Refunded Order"),
    COUPON_ENTERED("Coupon Entered", p -> new CouponEntered(p.text("order_id"), p.text("cart_id"), couponId(p))),
    COUPON_APPLIED("Coupon Applied", p -> new CouponApplied(p.text("order_id"), p.text("cart_id"), couponId(p))),
    COUPON_DENIED(
            "Coupon Denied",
            p -> new CouponDenied(p.text("order_id"), p.text("cart_id"), couponId(p), p.text("reason"))),
    COUPON_REMOVED("Coupon Removed", p -> new CouponRemoved(p.text("order_id"), p.text("cart_id"), couponId(p))),
    PRODUCT_ADDED_TO_WISHLIST(
            "Product Added to Wishlist", p -> new ProductAddedToWishlist(p.text("wishlist_id"), Product.of(p))),
    PRODUCT_REMOVED_FROM_WISHLIST(
            "Product Removed from Wishlist", p -> new ProductRemovedFromWishlist(p.text("wishlist_id"), Product.of(p))),
    WISHLIST_PRODUCT_ADDED_TO_CART(
            "Wishlist Product Added to Cart",
            p -> new WishlistProductAddedToCart(p.text("wishlist_id"), p.text("cart_id"), Product.of(p))),
    PRODUCT_SHARED("Product Shared", p -> new ProductShared(p.text("share_via"), Product.of(p))),
    CART_SHARED("Cart Shared", p -> new CartShared(p.text("share_via"), p.text("cart_id"), Product.listOf(p))),
    PRODUCT_REVIEWED(
            "Product Reviewed",
            p -> new ProductReviewed(
                    p.text("product_id"), p.text("review_id"), p.text("review_body"), p.text("rating")));

    private static final Map<String, CommerceEventName> BY_NAME = new HashMap<>();

    static {
        for (CommerceEventName name : values()) {
            BY_NAME.put(name.wire.toLowerCase(Locale.ROOT), name);
            name.aliases.forEach(alias -> BY_NAME.put(alias.toLowerCase(Locale.ROOT), name));
        }
    }

    private final String wire;
    private final Function<Attributes, @Nullable CommerceEvent> reader;
    private final List<String> aliases;

    CommerceEventName(String wire, Function<Attributes, @Nullable CommerceEvent> reader, String... aliases) {
        this.wire = wire;
        this.reader = reader;
        this.aliases = List.of(aliases);
    }

    /** The name as the v2 spec writes it. */
    public String wire() {
        return wire;
    }

    /** The commerce event of this name, v1 aliases included, without regard to case; null where there is none. */
    public static @Nullable CommerceEventName of(String name) {
        CommerceEventName exact = BY_NAME.get(name);
        return exact != null ? exact : BY_NAME.get(name.strip().toLowerCase(Locale.ROOT));
    }

    static @Nullable CommerceEvent parse(String name, Attributes properties) {
        CommerceEventName known = of(name);
        return known == null ? null : known.reader.apply(properties);
    }

    private static @Nullable String couponId(Attributes properties) {
        String id = properties.text("coupon_id");
        return id != null ? id : properties.text("coupon");
    }

    /** The spec has a string; some senders wrap it in an object. */
    private static @Nullable String query(Attributes properties) {
        String query = properties.text("query");
        return query != null ? query : properties.attributes("query").text("query");
    }

    private static Function<Attributes, @Nullable CommerceEvent> order(OrderReader reader) {
        return properties -> {
            String orderId = properties.text("order_id");
            if (orderId == null) {
                return null;
            }
            return reader.read(
                    orderId,
                    properties.text("checkout_id"),
                    OrderAmounts.of(properties),
                    properties.text("coupon"),
                    Product.listOf(properties));
        };
    }

    /** The constructors that all order events share. */
    @FunctionalInterface
    private interface OrderReader {
        CommerceEvent read(
                String orderId,
                @Nullable String checkoutId,
                OrderAmounts amounts,
                @Nullable String coupon,
                List<Product> products);
    }
}
