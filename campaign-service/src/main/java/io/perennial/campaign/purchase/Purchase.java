package io.perennial.campaign.purchase;

import io.perennial.common.event.CommerceEvent;
import io.perennial.common.event.Event;
import io.perennial.common.event.Money;
import io.perennial.common.identity.ProfileId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The latest an event said of an order.
 *
 * @param messageId breaks ties of {@code saidAt}
 * @param orderedAt null where the event is an update or a cancellation: they do not move the order in time
 * @param amount in the shop's currency; zero where cancelled
 */
record Purchase(
        String orderId,
        UUID profileId,
        String identifier,
        @Nullable Instant orderedAt,
        Instant saidAt,
        String messageId,
        BigDecimal amount,
        @Nullable String currency,
        boolean cancelled) {

    /** What an event says of an order; null where it says nothing. Refunds are not read: the report is gross of them. */
    static @Nullable Purchase of(Event event) {
        return switch (CommerceEvent.of(event)) {
            case CommerceEvent.OrderCompleted order -> of(event, order.orderId(), event.occurredAt(), false);
            case CommerceEvent.OrderUpdated order -> of(event, order.orderId(), null, false);
            case CommerceEvent.OrderCancelled order -> of(event, order.orderId(), null, true);
            case null, default -> null;
        };
    }

    private static Purchase of(Event event, String orderId, @Nullable Instant orderedAt, boolean cancelled) {
        Money base = event.base();
        return new Purchase(
                orderId,
                ProfileId.of(event.identifier()).value(),
                event.identifier().toString(),
                orderedAt,
                event.occurredAt(),
                event.messageId(),
                cancelled || base == null ? BigDecimal.ZERO : base.amount(),
                base == null ? null : base.currency().getCurrencyCode(),
                cancelled);
    }

    /** Of two sayings about the same order the later one, with the time of ordering whichever knows it. */
    Purchase merge(Purchase other) {
        boolean otherLater =
                saidAt.equals(other.saidAt) ? messageId.compareTo(other.messageId) < 0 : saidAt.isBefore(other.saidAt);
        Purchase later = otherLater ? other : this;
        Instant ordered = orderedAt == null
                ? other.orderedAt
                : other.orderedAt == null || orderedAt.isBefore(other.orderedAt) ? orderedAt : other.orderedAt;
        return new Purchase(
                orderId,
                later.profileId,
                later.identifier,
                ordered,
                later.saidAt,
                later.messageId,
                later.amount,
                later.currency,
                later.cancelled);
    }
}
