package io.perennial.deploy.replay.dataset;

import io.perennial.deploy.replay.message.Action;
import io.perennial.deploy.replay.message.Message;
import io.perennial.deploy.replay.message.ProductLine;
import io.perennial.deploy.replay.message.Shopper;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An invoice of Online Retail while its lines come in: an order, or, where its number starts with {@code C}, a refund. */
final class Invoice {

    private final String number;
    private final boolean refund;
    private final List<ProductLine> lines = new ArrayList<>();
    private @Nullable Instant at;
    private @Nullable Shopper shopper;

    Invoice(String number) {
        this.number = number;
        this.refund = number.toUpperCase(Locale.ROOT).startsWith("C");
    }

    /** The first line's time is the invoice's, whether the line counts or not. */
    void seen(Instant time) {
        if (at == null) {
            at = time;
        }
    }

    /** Takes a line, or says why it is dirt. */
    @Nullable String add(
            @Nullable String customer,
            @Nullable String product,
            @Nullable String name,
            BigDecimal quantity,
            BigDecimal price) {
        if (refund ? quantity.signum() > 0 : quantity.signum() < 0) {
            return refund
                    ? "a positive quantity in a cancellation"
                    : "a negative quantity in an invoice that is no cancellation";
        }
        if (quantity.signum() == 0) {
            return "the quantity is zero";
        }
        if (price.signum() <= 0) {
            return price.signum() == 0 ? "the price is zero" : "the price is negative";
        }
        if (product == null) {
            return "no product";
        }
        Shopper buyer = customer == null ? Shopper.anonymous(number) : Shopper.user(customer);
        if (shopper != null && !shopper.equals(buyer)) {
            return "another customer than the invoice's first line";
        }
        shopper = buyer;
        lines.add(new ProductLine(product, name, null, null, price, quantity.abs()));
        return null;
    }

    /** What the invoice means; null if none of its lines counted. */
    @Nullable Message message() {
        if (shopper == null || at == null) {
            return null;
        }
        BigDecimal revenue = ProductLine.sum(lines);
        Action action = refund
                ? new Action.Refunded(number, revenue, lines)
                : new Action.Ordered(number, revenue, null, null, lines);
        return new Message(number, shopper, at, action);
    }
}
