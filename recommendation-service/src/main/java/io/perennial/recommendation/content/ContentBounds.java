package io.perennial.recommendation.content;

/**
 * What shapes a content index. Memory at most about {@code products × terms × 16} bytes.
 *
 * @param terms of a product, the heaviest
 * @param productsPerTerm of a term's list, those in which it weighs most
 */
public record ContentBounds(int terms, int productsPerTerm) {

    public ContentBounds {
        if (terms < 1 || productsPerTerm < 1) {
            throw new IllegalArgumentException("bounds are at least 1");
        }
    }
}
