package io.perennial.recommendation.catalog;

import io.perennial.recommendation.product.ProductNumbers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The whole catalog in memory, about half a kilobyte a product. Read by any number of threads while it changes. */
public final class Assortment {

    private static final int FEWEST = 1_024;

    /** By number; replaced by a longer one where that is needed. */
    private volatile AtomicReferenceArray<@Nullable CatalogProduct> products = new AtomicReferenceArray<>(FEWEST);

    private final ConcurrentSkipListSet<Known> newestFirst = new ConcurrentSkipListSet<>(
            Comparator.comparing(Known::since).reversed().thenComparing(Known::productId));

    /** Since when a product has been known, which never changes. */
    private record Known(Instant since, int number, String productId) {}

    synchronized void put(CatalogProduct product, Instant knownSince) {
        int number = ProductNumbers.of(product.productId());
        if (number >= products.length()) {
            products = longer(products, number * 2);
        }
        if (products.getAndSet(number, product) == null) {
            newestFirst.add(new Known(knownSince, number, product.productId()));
        }
    }

    private static AtomicReferenceArray<@Nullable CatalogProduct> longer(
            AtomicReferenceArray<@Nullable CatalogProduct> known, int length) {
        AtomicReferenceArray<@Nullable CatalogProduct> longer = new AtomicReferenceArray<>(length);
        for (int number = 0; number < known.length(); number++) {
            longer.set(number, known.get(number));
        }
        return longer;
    }

    /** A product as it stands; null where it is not known. */
    public @Nullable CatalogProduct find(String productId) {
        return find(ProductNumbers.find(productId));
    }

    /** The product of a number as it stands; null where it is not known. */
    public @Nullable CatalogProduct find(int number) {
        AtomicReferenceArray<@Nullable CatalogProduct> all = products;
        return number >= 0 && number < all.length() ? all.get(number) : null;
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
            CatalogProduct product = find(known.number());
            if (product != null && product.sellable() && wanted.test(product)) {
                newest.add(product);
            }
        }
        return newest;
    }

    public int size() {
        return newestFirst.size();
    }
}
