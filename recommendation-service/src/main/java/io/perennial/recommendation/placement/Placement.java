package io.perennial.recommendation.placement;

/**
 * A place in the shop where recommendations stand, and what may stand there.
 *
 * @param excludeBought whether what the shopper bought is left out
 * @param cartAsContext whether what lies in the shopper's cart counts as what they are looking at
 * @param personalWeight how much the shopper's history counts beside the context
 * @param contextWeight how much the products they are looking at count
 */
public record Placement(
        String name, boolean excludeBought, boolean cartAsContext, double personalWeight, double contextWeight) {

    public Placement {
        if (personalWeight < 0 || contextWeight < 0) {
            throw new IllegalArgumentException("placement " + name + ": a weight is not negative");
        }
    }
}
