package io.perennial.recommendation.catalog;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What texts and attributes say of a product: the feed's values, else what events told. */
public record ProductContent(
        String productId,
        @Nullable String name,
        @Nullable String description,
        @Nullable String category,
        @Nullable String brand,
        @Nullable BigDecimal price,
        @Nullable String language,
        Map<String, String> attributes) {}
