package io.perennial.recommendation.catalog;

import io.perennial.common.event.Product;
import org.jspecify.annotations.Nullable;

/** What may be a product id here: not blank, at most {@value #MAX_LENGTH} characters, no control characters. */
public final class ProductKey {

    public static final int MAX_LENGTH = 100;

    private ProductKey() {}

    /** The id a product line is known by (product id, else SKU); null where it has none that is usable. */
    public static @Nullable String of(Product product) {
        String key = product.key();
        return key != null && usable(key) ? key : null;
    }

    /** A loop: this runs for every line of every event, several times. */
    static boolean hasControl(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    public static boolean usable(String productId) {
        return !productId.isBlank() && productId.length() <= MAX_LENGTH && !hasControl(productId);
    }
}
