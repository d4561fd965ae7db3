package io.perennial.recommendation.catalog;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A part of the catalog: prices from and to (null: open) and a category with all below it (null: any).
 *
 * @param category a category, or a path from wide to narrow, parts apart by {@code >}, {@code /} or {@code |}
 */
public record Range(
        @Nullable BigDecimal minPrice,
        @Nullable BigDecimal maxPrice,
        @Nullable String category) {

    /** Everything. */
    public static final Range ALL = new Range(null, null, null);

    private static final Pattern BETWEEN = Pattern.compile("\\s*[>/|]\\s*");

    /** Whether a product lies in it; one without a price lies in no band. */
    public boolean holds(CatalogProduct product) {
        BigDecimal price = product.price();
        if (minPrice != null && (price == null || price.compareTo(minPrice) < 0)) {
            return false;
        }
        if (maxPrice != null && (price == null || price.compareTo(maxPrice) > 0)) {
            return false;
        }
        return category == null || within(product.category(), category);
    }

    /** Whether a product's category is another one or lies below it, in any letters' case. */
    public static boolean within(@Nullable String category, String wanted) {
        if (category == null) {
            return false;
        }
        List<String> parts = parts(category);
        List<String> path = parts(wanted);
        for (int from = 0; from + path.size() <= parts.size(); from++) {
            if (parts.subList(from, from + path.size()).equals(path)) {
                return true;
            }
        }
        return false;
    }

    /** The parts of a category's path, from wide to narrow, in lower case; none of separators alone. */
    public static List<String> parts(String category) {
        return BETWEEN.splitAsStream(category.strip().toLowerCase(Locale.ROOT))
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** The narrowest part of the category, which every product in it has in its own; null for any. */
    @Nullable String narrowest() {
        List<String> parts = category == null ? List.of() : parts(category);
        return parts.isEmpty() ? null : parts.getLast();
    }
}
