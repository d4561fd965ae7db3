package io.perennial.churn.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One refund.
 *
 * @param amount in the shop's currency; null: the whole order
 */
public record Refund(Instant at, String orderId, @Nullable Double amount) {}
