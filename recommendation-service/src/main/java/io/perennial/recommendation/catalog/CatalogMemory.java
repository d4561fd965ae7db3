package io.perennial.recommendation.catalog;

import java.util.List;

/** The catalog in memory, and how far it is known there: whoever asks for a later version has what is missing read first. */
final class CatalogMemory {

    private static final int PAGE = 5_000;

    private final Changes changes;
    private final NeverRecommended neverRecommended;
    private volatile Known known = new Known(new Assortment(), CatalogVersion.NOTHING);

    /** Where changes are read: the next so many after a product of a version, in the order of versions. */
    @FunctionalInterface
    interface Changes {
        List<CatalogStore.Change> after(long version, String productId, int limit);
    }

    private record Known(Assortment assortment, CatalogVersion version) {}

    CatalogMemory(Changes changes, NeverRecommended neverRecommended) {
        this.changes = changes;
        this.neverRecommended = neverRecommended;
    }

    /** The assortment at the version or later. */
    Assortment asOf(CatalogVersion version) {
        Known now = known;
        return now.version.compareTo(version) >= 0 ? now.assortment : caughtUp(version);
    }

    private synchronized Assortment caughtUp(CatalogVersion version) {
        Known now = known;
        if (now.version.compareTo(version) < 0) {
            boolean anew = now.version.emptied() < version.emptied();
            Assortment assortment = anew ? new Assortment() : now.assortment;
            long read = readOn(assortment, anew ? CatalogVersion.NOTHING.changes() : now.version.changes());
            now = new Known(assortment, new CatalogVersion(version.emptied(), Math.max(read, version.changes())));
            known = now;
        }
        return now.assortment;
    }

    /** Reads what was written after a version; returns the last one found, or that. */
    private long readOn(Assortment assortment, long known) {
        long version = known;
        String productId = "";
        List<CatalogStore.Change> page;
        do {
            page = productId.isEmpty()
                    ? changes.after(version + 1, productId, PAGE)
                    : changes.after(version, productId, PAGE);
            for (CatalogStore.Change change : page) {
                assortment.put(shown(change.product()), change.knownSince());
                version = change.version();
                productId = change.product().productId();
            }
        } while (page.size() == PAGE);
        return version;
    }

    private CatalogProduct shown(CatalogProduct product) {
        return neverRecommended.matches(product.productId()) ? product.neverRecommended() : product;
    }
}
