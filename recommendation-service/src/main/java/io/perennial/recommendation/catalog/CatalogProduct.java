package io.perennial.recommendation.catalog;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A product as it stands: the feed's values, else what events told.
 *
 * @param stock null where it is not counted
 * @param sellable in stock (or not counted), available and recommendable
 */
public record CatalogProduct(
        String productId,
        @Nullable String name,
        @Nullable String category,
        @Nullable String brand,
        @Nullable BigDecimal price,
        @Nullable String url,
        @Nullable String imageUrl,
        @Nullable Long stock,
        boolean available,
        boolean recommendable,
        boolean sellable) {}
