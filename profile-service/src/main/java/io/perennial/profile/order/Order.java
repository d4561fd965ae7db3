package io.perennial.profile.order;

import io.perennial.profile.stamp.Stamp;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one order, possibly only what was taken back of it. Merging is commutative and associative: amounts by
 * the latest stamp, refunds as a sum over distinct refund events, marks once set stay.
 *
 * @param placedAt time of the earliest Order Completed; null where none was seen
 * @param amount of the latest Order Completed or Order Updated that carries one
 * @param cancelled an Order Cancelled was seen
 * @param refundedWhole a refund without amount or products was seen
 * @param refunded sum of the refunds that name an amount
 */
public record Order(
        String orderId,
        @Nullable Instant placedAt,
        @Nullable Amount amount,
        boolean cancelled,
        boolean refundedWhole,
        BigDecimal refunded) {

    /** An amount and who said it when. */
    public record Amount(BigDecimal value, Stamp stamp) {}

    static Order unknown(String orderId) {
        return new Order(orderId, null, null, false, false, BigDecimal.ZERO);
    }

    Order merge(Order other) {
        return new Order(
                orderId,
                earlier(placedAt, other.placedAt),
                later(amount, other.amount),
                cancelled || other.cancelled,
                refundedWhole || other.refundedWhole,
                refunded.add(other.refunded));
    }

    /** Whether it was completed: what {@code orders} counts, whatever became of it. */
    public boolean counts() {
        return placedAt != null;
    }

    /** Whether it was completed and stands. */
    public boolean stands() {
        return placedAt != null && !cancelled;
    }

    /**
     * What is left of it. Cancelled or wholly refunded leaves nothing (a refund beside a cancellation pays the same money
     * back, not twice); else the amount, where it was completed, less refunds, which may come alone and are then negative.
     */
    public BigDecimal net() {
        if (cancelled || refundedWhole) {
            return BigDecimal.ZERO;
        }
        BigDecimal gross = placedAt == null || amount == null ? BigDecimal.ZERO : amount.value();
        return gross.subtract(refunded);
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }

    private static @Nullable Amount later(@Nullable Amount one, @Nullable Amount other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.stamp().isAfter(other.stamp()) ? one : other;
    }
}
