package io.perennial.ingest.check;

import io.perennial.common.event.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The currency the shop counts in, and what others were worth on a day. */
public final class ShopCurrency {

    /** From that day on, one unit of the currency is {@code rate} units of the shop's. */
    public record Rate(Currency currency, LocalDate from, BigDecimal rate) {}

    private final Currency shop;
    private final Map<Currency, NavigableMap<LocalDate, BigDecimal>> rates = new HashMap<>();

    public ShopCurrency(Currency shop, List<Rate> rates) {
        this.shop = shop;
        rates.forEach(rate -> this.rates
                .computeIfAbsent(rate.currency(), currency -> new TreeMap<>())
                .put(rate.from(), rate.rate()));
    }

    public Currency currency() {
        return shop;
    }

    /**
     * The amount in the shop's currency: exact where it is already, else rounded half up to the currency's minor unit;
     * null where no rate is known for that day.
     */
    @Nullable Money convert(BigDecimal amount, Currency from, LocalDate day) {
        if (from.equals(shop)) {
            return new Money(amount, shop);
        }
        NavigableMap<LocalDate, BigDecimal> ofCurrency = rates.get(from);
        Map.Entry<LocalDate, BigDecimal> rate = ofCurrency == null ? null : ofCurrency.floorEntry(day);
        if (rate == null) {
            return null;
        }
        int digits = Math.max(0, shop.getDefaultFractionDigits());
        return new Money(amount.multiply(rate.getValue()).setScale(digits, RoundingMode.HALF_UP), shop);
    }
}
