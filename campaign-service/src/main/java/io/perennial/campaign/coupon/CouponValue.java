package io.perennial.campaign.coupon;

import io.perennial.common.event.Money;
import java.math.BigDecimal;

/** What a coupon takes off an order. */
public sealed interface CouponValue {

    /** As a shopper reads it: {@code 10 %} or {@code 5.00 EUR}. */
    String text();

    /** Percent of the order, above 0, at most 100. */
    record Percent(BigDecimal percent) implements CouponValue {
        @Override
        public String text() {
            return percent.stripTrailingZeros().toPlainString() + "\u00a0%";
        }
    }

    /** A fixed amount. */
    record Amount(Money money) implements CouponValue {
        @Override
        public String text() {
            return money.amount().toPlainString() + "\u00a0" + money.currency().getCurrencyCode();
        }
    }
}
