package io.perennial.churn.history;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * What one Order Completed or Order Updated said of an order.
 *
 * @param at to the millisecond
 * @param amount in the shop's currency, 0 where unknown
 * @param discount what was taken off, in the shop's currency; 0 where none is known
 * @param products distinct ones in it
 * @param categories hashes of the distinct ones in it, ascending, at most {@value #CATEGORIES}
 */
public record OrderVersion(
        Instant at, String messageId, double amount, double discount, int products, List<Integer> categories) {

    static final int CATEGORIES = 16;

    /** One without a discount. */
    public OrderVersion(Instant at, String messageId, double amount, int products, List<Integer> categories) {
        this(at, messageId, amount, 0, products, categories);
    }

    /** Which version holds: the latest, ties by message id. */
    static final Comparator<OrderVersion> LATEST =
            Comparator.comparing(OrderVersion::at).thenComparing(OrderVersion::messageId);
}
