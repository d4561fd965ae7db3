package io.perennial.recommendation.catalog;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A product as it stands: the feed's values, else what events told.
 *
 * @param category from wide to narrow, parts apart by {@code " > "} where the feed gave a path
 * @param margin what is left of the price, -1 to 1
 * @param stock null where it is not counted
 * @param sellable in stock (or not counted), available and recommendable
 */
public record CatalogProduct(
        String productId,
        @Nullable String name,
        @Nullable String category,
        @Nullable String brand,
        @Nullable BigDecimal price,
        @Nullable BigDecimal margin,
        @Nullable String url,
        @Nullable String imageUrl,
        @Nullable Long stock,
        boolean available,
        boolean recommendable,
        boolean sellable) {

    /** The same, standing on no shelf. */
    CatalogProduct neverRecommended() {
        return new CatalogProduct(
                productId, name, category, brand, price, margin, url, imageUrl, stock, available, false, false);
    }
}
