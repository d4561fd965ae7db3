package io.perennial.churn.history;

import io.perennial.common.event.CommerceEvent;
import io.perennial.common.event.CommerceEvent.CartViewed;
import io.perennial.common.event.CommerceEvent.CheckoutStarted;
import io.perennial.common.event.CommerceEvent.OrderCancelled;
import io.perennial.common.event.CommerceEvent.OrderCompleted;
import io.perennial.common.event.CommerceEvent.OrderRefunded;
import io.perennial.common.event.CommerceEvent.OrderUpdated;
import io.perennial.common.event.CommerceEvent.ProductAdded;
import io.perennial.common.event.CommerceEvent.ProductClicked;
import io.perennial.common.event.CommerceEvent.ProductReviewed;
import io.perennial.common.event.CommerceEvent.ProductViewed;
import io.perennial.common.event.CommerceEvent.WishlistProductAddedToCart;
import io.perennial.common.event.Event;
import io.perennial.common.event.OrderAmounts;
import io.perennial.common.event.Product;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Folds events into a history. Our own sends are no behaviour: of them it keeps which messages arrived and were followed. */
public final class HistoryFold {

    private HistoryFold() {}

    /** Whether the event may change a history. */
    static boolean concerns(Event event) {
        MessageEvent message = MessageEvent.of(event);
        return !event.ownSend() || message == MessageEvent.DELIVERED || message == MessageEvent.CLICKED;
    }

    /** Whether it is something the shopper did: what we send is not, nor what becomes of it without them. */
    public static boolean isBehaviour(Event event) {
        return isBehaviour(event, MessageEvent.of(event));
    }

    private static boolean isBehaviour(Event event, @Nullable MessageEvent message) {
        return !event.ownSend() && (message == null || message == MessageEvent.CLICKED);
    }

    /** Adds one event; any order of events gives the same history. */
    public static void add(ShopperHistory history, Event event) {
        Instant at = event.occurredAt().truncatedTo(ChronoUnit.MILLIS);
        MessageEvent message = MessageEvent.of(event);
        if (message == MessageEvent.DELIVERED) {
            history.active(Activity.MESSAGE, at);
        } else if (message == MessageEvent.CLICKED) {
            history.active(Activity.RESPONSE, at);
        }
        if (!isBehaviour(event, message)) {
            return;
        }
        CommerceEvent commerce = CommerceEvent.of(event);
        // What the shop does with an order afterwards is no visit of the shopper.
        switch (commerce) {
            case OrderUpdated updated ->
                history.ordered(updated.orderId(), version(event, at, updated.amounts(), updated.products()));
            case OrderCancelled cancelled -> history.cancelled(cancelled.orderId(), at);
            case OrderRefunded refunded ->
                history.refunded(
                        event.source() + "/" + event.messageId(), new Refund(at, refunded.orderId(), amount(event)));
            case null, default -> visited(history, at, event, commerce);
        }
    }

    private static void visited(ShopperHistory history, Instant at, Event event, @Nullable CommerceEvent commerce) {
        history.active(Activity.VISIT, at);
        switch (commerce) {
            case OrderCompleted completed ->
                history.ordered(completed.orderId(), version(event, at, completed.amounts(), completed.products()));
            case ProductViewed _, ProductClicked _ -> history.active(Activity.PRODUCT, at);
            case ProductAdded _, CartViewed _, CheckoutStarted _, WishlistProductAddedToCart _ ->
                history.active(Activity.CART, at);
            case ProductReviewed _ -> history.active(Activity.REVIEW, at);
            case null, default -> {}
        }
    }

    private static OrderVersion version(Event event, Instant at, OrderAmounts amounts, List<Product> products) {
        Double amount = amount(event);
        Set<String> keys = new HashSet<>();
        Set<Integer> categories = new HashSet<>();
        for (Product product : products) {
            String key = product.key();
            if (key != null) {
                keys.add(key);
            }
            if (product.category() != null) {
                categories.add(product.category().hashCode());
            }
        }
        return new OrderVersion(
                at,
                event.messageId(),
                amount == null ? 0 : amount,
                amount == null ? 0 : discount(amount, amounts, products),
                keys.size(),
                categories.stream().sorted().limit(OrderVersion.CATEGORIES).toList());
    }

    /** At the rate of the amount; 0 where nothing says what was taken off. */
    private static double discount(double amount, OrderAmounts amounts, List<Product> products) {
        BigDecimal counted = amounts.counted(products);
        BigDecimal discount = amounts.discount();
        return discount == null || counted == null || discount.signum() <= 0 || counted.signum() <= 0
                ? 0
                : amount * discount.doubleValue() / counted.doubleValue();
    }

    private static @Nullable Double amount(Event event) {
        return event.base() == null ? null : event.base().amount().doubleValue();
    }
}
