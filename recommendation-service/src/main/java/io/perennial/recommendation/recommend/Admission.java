package io.perennial.recommendation.recommend;

import io.perennial.recommendation.catalog.CatalogProduct;
import io.perennial.recommendation.catalog.Range;
import io.perennial.recommendation.placement.Filters;
import io.perennial.recommendation.placement.Placement;
import io.perennial.recommendation.placement.Rule;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Who may stand on a shelf and for how much: the request's range, the placement's filters and rules. */
final class Admission {

    private final Placement placement;
    private final Range range;
    private final Set<String> seenTooOften = new HashSet<>();
    private final Set<String> excluded;
    private boolean strict = true;

    /** Shown and passed by so often, by product. */
    Admission(Placement placement, Range range, Map<String, Integer> seen, Set<String> excluded) {
        this.placement = placement;
        this.range = range;
        this.excluded = new HashSet<>(excluded);
        int most = placement.filters().seenAtMost();
        if (most > 0) {
            seen.forEach((productId, times) -> {
                if (times > most) {
                    seenTooOften.add(productId);
                }
            });
        }
    }

    /** From now on the placement's filters count no more, and only these are left out. */
    void relax(Set<String> stillExcluded) {
        strict = false;
        excluded.retainAll(stillExcluded);
    }

    Set<String> excluded() {
        return excluded;
    }

    Range range() {
        return range;
    }

    /** Whether a product that is known by its id alone may be looked at further. */
    boolean open(String productId) {
        return !excluded.contains(productId) && !(strict && seenTooOften.contains(productId));
    }

    boolean admits(CatalogProduct product) {
        return product.sellable()
                && open(product.productId())
                && range.holds(product)
                && (!strict || (filtered(product) && factor(product) > 0));
    }

    /** The product of the factors of the rules that are about the product; 1 where none is. */
    double factor(CatalogProduct product) {
        double factor = 1;
        for (Rule rule : placement.rules()) {
            if (rule instanceof Rule.Weigh weigh && about(weigh.scope(), product)) {
                factor *= weigh.factor();
            }
        }
        return factor;
    }

    private boolean filtered(CatalogProduct product) {
        Filters filters = placement.filters();
        boolean priced = new Range(filters.minPrice(), filters.maxPrice(), null).holds(product);
        boolean placed = filters.categories().isEmpty()
                || filters.categories().stream().anyMatch(wanted -> Range.within(product.category(), wanted));
        boolean worth = filters.marginFloor() == null
                || product.margin() == null
                || product.margin().compareTo(filters.marginFloor()) >= 0;
        return priced && placed && worth;
    }

    private static boolean about(Rule.Scope scope, CatalogProduct product) {
        return (scope.productId() == null || scope.productId().equals(product.productId()))
                && (scope.category() == null || Range.within(product.category(), scope.category()))
                && (scope.brand() == null || scope.brand().equalsIgnoreCase(product.brand()));
    }
}
