package io.perennial.common.event;

import java.math.BigDecimal;
import java.util.Currency;

/** An exact amount in one currency. */
public record Money(BigDecimal amount, Currency currency) {

    /**
     * Money from its written forms.
     *
     * @throws IllegalArgumentException where the amount is no number or the currency is not ISO 4217
     */
    public static Money of(String amount, String currency) {
        return new Money(new BigDecimal(amount), Currency.getInstance(currency));
    }

    /** Zero in the currency. */
    public static Money zero(Currency currency) {
        return new Money(BigDecimal.ZERO, currency);
    }
}
