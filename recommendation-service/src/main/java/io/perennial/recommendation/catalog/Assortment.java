package io.perennial.recommendation.catalog;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The whole catalog in memory, about half a kilobyte a product. Read by any number of threads while it changes. */
public final class Assortment {

    private final Map<String, CatalogProduct> products = new ConcurrentHashMap<>();
    private final ConcurrentSkipListSet<Known> newestFirst = new ConcurrentSkipListSet<>(
            Comparator.comparing(Known::since).reversed().thenComparing(Known::productId));

    /** Since when a product has been known, which never changes. */
    private record Known(Instant since, String productId) {}

    void put(CatalogProduct product, Instant knownSince) {
        if (products.put(product.productId(), product) == null) {
            newestFirst.add(new Known(knownSince, product.productId()));
        }
    }

    /** A product as it stands; null where it is not known. */
    public @Nullable CatalogProduct find(String productId) {
        return products.get(productId);
    }

    /** Its name; null where it or its name is not known. */
    public @Nullable String nameOf(String productId) {
        CatalogProduct product = find(productId);
        return product == null ? null : product.name();
    }

    /** The newest sellable products that are wanted, at most so many. */
    public List<CatalogProduct> newest(Predicate<CatalogProduct> wanted, int limit) {
        List<CatalogProduct> newest = new ArrayList<>();
        for (Known known : newestFirst) {
            if (newest.size() >= limit) {
                break;
            }
            CatalogProduct product = products.get(known.productId());
            if (product != null && product.sellable() && wanted.test(product)) {
                newest.add(product);
            }
        }
        return newest;
    }

    public int size() {
        return products.size();
    }
}
