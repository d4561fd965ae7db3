package io.perennial.recommendation.signature;

/**
 * A product as an answer showed it.
 *
 * @param product 16 bits of its id: enough to tell it from the others on the shelf
 * @param features what was known of it, in the bits of a {@link io.perennial.recommendation.ranker.FeatureRow}
 */
public record ShownItem(short product, long features) {

    public static ShownItem of(String productId, long features) {
        return new ShownItem(mark(productId), features);
    }

    public boolean is(String productId) {
        return product == mark(productId);
    }

    private static short mark(String productId) {
        int hash = productId.hashCode();
        return (short) (hash ^ hash >>> Short.SIZE);
    }
}
