package io.perennial.recommendation.placement;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What may stand in a placement, as long as anything else may.
 *
 * @param minPrice in the shop's currency, as maxPrice; null: open
 * @param categories one of these, with all below it; empty: any
 * @param marginFloor products known to leave less of their price are left out; null: none
 * @param seenAtMost what the shopper saw more often within {@code seenWithin} and passed by is left out; 0: nothing is
 */
public record Filters(
        @Nullable BigDecimal minPrice,
        @Nullable BigDecimal maxPrice,
        List<String> categories,
        @Nullable BigDecimal marginFloor,
        int seenAtMost,
        Duration seenWithin) {

    /** Everything may. */
    public static final Filters NONE = new Filters(null, null, List.of(), null, 0, Duration.ofDays(7));

    public Filters {
        categories = List.copyOf(categories);
        if (minPrice != null && maxPrice != null && minPrice.compareTo(maxPrice) > 0) {
            throw new IllegalArgumentException("filters.minPrice must not exceed filters.maxPrice");
        }
        if (seenAtMost < 0 || seenWithin.isNegative()) {
            throw new IllegalArgumentException("filters.seenAtMost and filters.seenWithin must not be negative");
        }
    }
}
