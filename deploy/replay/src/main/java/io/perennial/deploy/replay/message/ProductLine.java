package io.perennial.deploy.replay.message;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A product as one event speaks of it: what the source knows, its price for one piece, and how many. */
public record ProductLine(
        String productId,
        @Nullable String name,
        @Nullable String category,
        @Nullable String brand,
        @Nullable BigDecimal price,
        BigDecimal quantity) {

    /** A product that is only looked at. */
    public static ProductLine one(
            String productId,
            @Nullable String name,
            @Nullable String category,
            @Nullable String brand,
            @Nullable BigDecimal price) {
        return new ProductLine(productId, name, category, brand, price, BigDecimal.ONE);
    }

    /** Price by quantity, exactly; nothing where the price is not known. */
    public BigDecimal amount() {
        return price == null ? BigDecimal.ZERO : price.multiply(quantity);
    }

    /** The exact sum of the lines' amounts. */
    public static BigDecimal sum(Iterable<ProductLine> lines) {
        BigDecimal sum = BigDecimal.ZERO;
        for (ProductLine line : lines) {
            sum = sum.add(line.amount());
        }
        return sum;
    }
}
