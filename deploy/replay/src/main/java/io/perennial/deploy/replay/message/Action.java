package io.perennial.deploy.replay.message;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a shopper did, in the terms of the Segment e-commerce spec. Amounts are in the shop's currency. */
public sealed interface Action {

    /** The event's name; null for an identify. */
    @Nullable String event();

    /** Made themselves known; their address on the wire is {@code <userId>@example.org}. */
    record Identified(
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String country,
            boolean marketing) implements Action {
        @Override
        public @Nullable String event() {
            return null;
        }
    }

    /** Searched the shop. */
    record Searched(String query) implements Action {
        @Override
        public String event() {
            return "Products Searched";
        }
    }

    /** Looked at a product. */
    record Viewed(ProductLine product) implements Action {
        @Override
        public String event() {
            return "Product Viewed";
        }
    }

    /** Put a product into the cart. */
    record Added(@Nullable String cartId, ProductLine product) implements Action {
        @Override
        public String event() {
            return "Product Added";
        }
    }

    /** Took a product out of the cart. */
    record Removed(@Nullable String cartId, ProductLine product) implements Action {
        @Override
        public String event() {
            return "Product Removed";
        }
    }

    /** Looked at the cart. */
    record CartViewed(String cartId, List<ProductLine> products) implements Action {
        @Override
        public String event() {
            return "Cart Viewed";
        }
    }

    /** Went to the checkout. */
    record CheckoutStarted(String orderId, BigDecimal revenue, List<ProductLine> products) implements Action {
        @Override
        public String event() {
            return "Checkout Started";
        }
    }

    /** Ordered; {@code revenue} is what is paid for the goods, after the discount. */
    record Ordered(
            String orderId,
            BigDecimal revenue,
            @Nullable BigDecimal discount,
            @Nullable String coupon,
            List<ProductLine> products)
            implements Action {
        @Override
        public String event() {
            return "Order Completed";
        }
    }

    /** Gave products back; {@code revenue} is what is paid back, a positive amount. */
    record Refunded(String orderId, BigDecimal revenue, List<ProductLine> products) implements Action {
        @Override
        public String event() {
            return "Order Refunded";
        }
    }

    /** Reviewed a product. */
    record Reviewed(String productId, String reviewId, int rating, String body) implements Action {
        @Override
        public String event() {
            return "Product Reviewed";
        }
    }
}
