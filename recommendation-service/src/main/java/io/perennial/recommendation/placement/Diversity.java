package io.perennial.recommendation.placement;

/**
 * How different the items of a shelf are.
 *
 * @param lambda 1: the best scores alone; 0: the least alike alone (maximal marginal relevance)
 * @param perBrand items of a brand at most; 0: any number
 * @param perCategory items of the same category at most; 0: any number
 */
public record Diversity(double lambda, int perBrand, int perCategory) {

    /** The best scores alone. */
    public static final Diversity NONE = new Diversity(1, 0, 0);

    public Diversity {
        if (lambda < 0 || lambda > 1) {
            throw new IllegalArgumentException("diversity.lambda must lie between 0 and 1");
        }
        if (perBrand < 0 || perCategory < 0) {
            throw new IllegalArgumentException("diversity.perBrand and diversity.perCategory must be at least 0");
        }
    }
}
