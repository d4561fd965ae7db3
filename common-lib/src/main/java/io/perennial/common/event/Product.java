package io.perennial.common.event;

import java.math.BigDecimal;
import java.util.AbstractList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A product as a commerce event names it (Segment e-commerce spec v2). */
public record Product(
        @Nullable String productId,
        @Nullable String sku,
        @Nullable String category,
        @Nullable String name,
        @Nullable String brand,
        @Nullable String variant,
        @Nullable BigDecimal price,
        @Nullable BigDecimal quantity,
        @Nullable String coupon,
        @Nullable Integer position,
        @Nullable String url,
        @Nullable String imageUrl,
        @Nullable String recommendationId) {

    /** What identifies it: the product id, else the SKU; null where it has neither. */
    public @Nullable String key() {
        return productId != null ? productId : sku;
    }

    /** Price times quantity (one where absent); null without a price. */
    public @Nullable BigDecimal amount() {
        if (price == null) {
            return null;
        }
        return quantity == null ? price : price.multiply(quantity);
    }

    static Product of(Attributes product) {
        String id = product.text("product_id");
        return new Product(
                id != null ? id : product.text("id"),
                product.text("sku"),
                product.text("category"),
                product.text("name"),
                product.text("brand"),
                product.text("variant"),
                product.number("price"),
                product.number("quantity"),
                product.text("coupon"),
                product.integer("position"),
                product.text("url"),
                product.text("image_url"),
                product.text("recommendation_id"));
    }

    /** The products of an order or a list; read when they are asked for, since many ask for the amounts alone. */
    static List<Product> listOf(Attributes properties) {
        List<Attributes> lines = properties.list("products");
        return lines.isEmpty() ? List.of() : new Lines(lines);
    }

    /** Products that have not been read yet; two threads may read them twice, to the same result. */
    private static final class Lines extends AbstractList<Product> {

        private final List<Attributes> lines;
        private volatile @Nullable List<Product> products;

        private Lines(List<Attributes> lines) {
            this.lines = lines;
        }

        @Override
        public Product get(int index) {
            List<Product> read = products;
            if (read == null) {
                read = lines.stream().map(Product::of).toList();
                products = read;
            }
            return read.get(index);
        }

        @Override
        public int size() {
            return lines.size();
        }
    }
}
