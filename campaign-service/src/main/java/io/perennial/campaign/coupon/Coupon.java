package io.perennial.campaign.coupon;

import io.perennial.common.event.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An issued coupon.
 *
 * @param percent set, or the amount is
 * @param redeemedAt null while it is open
 */
public record Coupon(
        String code,
        UUID decisionId,
        int step,
        UUID profileId,
        @Nullable String userId,
        String campaign,
        @Nullable BigDecimal percent,
        @Nullable Money amount,
        Instant issuedAt,
        Instant expiresAt,
        @Nullable Instant redeemedAt,
        @Nullable String orderId) {}
