package io.perennial.recommendation.product;

/**
 * A product's score for some others, by their numbers.
 *
 * @param cause the one of them that gave the most of it; {@link ProductNumbers#NONE} where it was none of them
 */
public record Scored(int product, double score, int cause) {

    public String productId() {
        return ProductNumbers.id(product);
    }

    public String because() {
        return ProductNumbers.id(cause);
    }
}
