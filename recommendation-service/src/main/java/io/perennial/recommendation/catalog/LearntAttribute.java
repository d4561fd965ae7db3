package io.perennial.recommendation.catalog;

import io.perennial.common.event.Product;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What of a product is learnt from the lines of events; each value is cleaned, for anybody may send events. */
enum LearntAttribute {
    NAME {
        @Override
        @Nullable String of(Product product) {
            return text(product.name());
        }
    },
    CATEGORY {
        @Override
        @Nullable String of(Product product) {
            return text(product.category());
        }
    },
    BRAND {
        @Override
        @Nullable String of(Product product) {
            return text(product.brand());
        }
    },
    PRICE {
        @Override
        @Nullable String of(Product product) {
            return price(product.price());
        }
    },
    URL {
        @Override
        @Nullable String of(Product product) {
            return url(product.url());
        }
    },
    IMAGE {
        @Override
        @Nullable String of(Product product) {
            return url(product.imageUrl());
        }
    };

    static final int LONGEST_TEXT = 300;
    static final int LONGEST_URL = 2000;

    /** The cleaned value; null where the line has none worth keeping. */
    abstract @Nullable String of(Product product);

    /** Of the line's text without control characters, the first {@value #LONGEST_TEXT} characters. */
    static @Nullable String text(@Nullable String raw) {
        if (raw == null) {
            return null;
        }
        String clean =
                ProductKey.hasControl(raw) ? raw.replaceAll("\\p{Cntrl}", " ").strip() : raw.strip();
        if (clean.isEmpty()) {
            return null;
        }
        return clean.length() <= LONGEST_TEXT ? clean : clean.substring(0, LONGEST_TEXT);
    }

    /** Absolute, http or https; anything else could run in the shop's page. */
    static @Nullable String url(@Nullable String raw) {
        if (raw == null || raw.length() > LONGEST_URL || raw.chars().anyMatch(c -> c <= ' ')) {
            return null;
        }
        String lower = raw.toLowerCase(Locale.ROOT);
        return lower.startsWith("https://") || lower.startsWith("http://") ? raw : null;
    }

    /** Positive and below a trillion: a line at zero is a gift or a correction and tells no price. */
    private static @Nullable String price(@Nullable BigDecimal raw) {
        return raw != null && raw.signum() > 0 && raw.precision() - raw.scale() <= 12 && raw.scale() <= 6
                ? raw.stripTrailingZeros().toPlainString()
                : null;
    }
}
