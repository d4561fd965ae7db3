package io.perennial.recommendation.catalog;

import java.util.Comparator;

/**
 * How far a catalog has come, as its table says.
 *
 * @param emptied how often products were deleted
 * @param changes how often others were written
 */
public record CatalogVersion(long emptied, long changes) implements Comparable<CatalogVersion> {

    /** Before everything. */
    public static final CatalogVersion NOTHING = new CatalogVersion(-1, -1);

    private static final Comparator<CatalogVersion> ORDER =
            Comparator.comparingLong(CatalogVersion::emptied).thenComparingLong(CatalogVersion::changes);

    @Override
    public int compareTo(CatalogVersion other) {
        return ORDER.compare(this, other);
    }
}
