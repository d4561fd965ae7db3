package io.perennial.ingest.check;

import io.perennial.common.event.Attributes;
import io.perennial.common.event.CommerceEvent;
import io.perennial.common.event.CommerceEvent.OrderCancelled;
import io.perennial.common.event.CommerceEvent.OrderCompleted;
import io.perennial.common.event.CommerceEvent.OrderRefunded;
import io.perennial.common.event.CommerceEvent.OrderUpdated;
import io.perennial.common.event.Event;
import io.perennial.common.event.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What an order or refund counts for, in the shop's currency at the rate of its day. */
final class BaseAmount {

    private BaseAmount() {}

    /** Null where the event moves no money or names no amount. */
    static @Nullable Money of(Event event, ShopCurrency shop, Findings findings) {
        BigDecimal amount = switch (CommerceEvent.of(event)) {
            case OrderCompleted order -> order.amounts().counted(order.products());
            case OrderUpdated order -> order.amounts().counted(order.products());
            case OrderCancelled order -> order.amounts().counted(order.products());
            case OrderRefunded order -> order.amounts().counted(order.products());
            case null, default -> null;
        };
        if (amount == null) {
            return null;
        }
        if (amount.signum() < 0) {
            findings.refuse(
                    RejectionCode.AMOUNT_NEGATIVE,
                    "the amount without discount, shipping and tax comes to " + amount
                            + "; send properties.revenue, the amount after discounts");
            return null;
        }
        Currency currency = currency(event.properties(), shop, findings);
        return currency == null ? null : convert(amount, currency, event.occurredAt(), shop, findings);
    }

    private static @Nullable Currency currency(Attributes properties, ShopCurrency shop, Findings findings) {
        String code = properties.text("currency");
        if (code == null || code.isBlank()) {
            return shop.currency();
        }
        try {
            return Currency.getInstance(code.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            findings.refuse(
                    RejectionCode.CURRENCY_UNKNOWN,
                    "properties.currency " + Findings.quote(code) + " is no ISO 4217 code; send e.g. \"EUR\"");
            return null;
        }
    }

    private static @Nullable Money convert(
            BigDecimal amount, Currency from, Instant at, ShopCurrency shop, Findings findings) {
        Money base = shop.convert(amount, from, at.atZone(ZoneOffset.UTC).toLocalDate());
        if (base == null) {
            findings.refuse(
                    RejectionCode.CURRENCY_WITHOUT_RATE,
                    "properties.currency " + from + " has no rate to " + shop.currency()
                            + " on that day; configure one under perennial.ingest.money.rates and replay the event");
        }
        return base;
    }
}
