package io.perennial.deploy.replay.shop;

import io.perennial.deploy.replay.message.ProductLine;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A product of the simulated shop.
 *
 * @param noun what it is, in a searcher's words
 * @param appeal how well it sells beside its neighbours, 1 on average
 * @param quality between 0 and 1: the lower, the more come back
 */
record Product(
        String id,
        String noun,
        String name,
        Category category,
        String brand,
        BigDecimal price,
        double appeal,
        double quality) {

    /** The product as an event names it, at today's price. */
    ProductLine line(int quantity, double discount) {
        return new ProductLine(id, name, category.title(), brand, at(discount), BigDecimal.valueOf(quantity));
    }

    /** The price less a share of it, in pence. */
    BigDecimal at(double discount) {
        return price.multiply(BigDecimal.valueOf(1 - discount)).setScale(2, RoundingMode.HALF_UP);
    }
}
