package io.perennial.common.event;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The money of a checkout, order or refund as sent; each may be missing. */
public record OrderAmounts(
        @Nullable BigDecimal total,
        @Nullable BigDecimal revenue,
        @Nullable BigDecimal subtotal,
        @Nullable BigDecimal shipping,
        @Nullable BigDecimal tax,
        @Nullable BigDecimal discount,
        @Nullable String currency) {

    static OrderAmounts of(Attributes properties) {
        BigDecimal revenue = properties.number("revenue");
        return new OrderAmounts(
                properties.number("total"),
                revenue != null ? revenue : properties.number("value"),
                properties.number("subtotal"),
                properties.number("shipping"),
                properties.number("tax"),
                properties.number("discount"),
                properties.text("currency"));
    }

    /**
     * What counts as revenue: {@code revenue} (after discounts, without shipping and tax); else subtotal less discount;
     * else the products' price times quantity less discount; else {@code total} less shipping and tax; else null.
     */
    public @Nullable BigDecimal counted(List<Product> products) {
        if (revenue != null) {
            return revenue;
        }
        if (subtotal != null) {
            return subtotal.subtract(orZero(discount));
        }
        BigDecimal lines = null;
        for (Product product : products) {
            BigDecimal amount = product.amount();
            if (amount != null) {
                lines = lines == null ? amount : lines.add(amount);
            }
        }
        if (lines != null) {
            return lines.subtract(orZero(discount));
        }
        return total == null ? null : total.subtract(orZero(shipping)).subtract(orZero(tax));
    }

    private static BigDecimal orZero(@Nullable BigDecimal number) {
        return number == null ? BigDecimal.ZERO : number;
    }
}
