package io.perennial.recommendation.placement;

import org.jspecify.annotations.Nullable;

/**
 * What of a placement's settings is to be otherwise; null leaves a setting as it is. Both weights zero: popular only.
 *
 * @param personalWeight 0 to 1,000, as is {@code contextWeight}
 * @param ranker null where a weight is given: no, for the weights shall be what is tried
 */
public record PlacementVariant(
        @Nullable Double personalWeight,
        @Nullable Double contextWeight,
        @Nullable Boolean excludeBought,
        @Nullable Boolean cartAsContext,
        @Nullable Boolean ranker) {

    public static final PlacementVariant NONE = new PlacementVariant(null, null, null, null, null);

    /** The placement with these settings. */
    public Placement of(Placement placement) {
        boolean weighed = personalWeight != null || contextWeight != null;
        return new Placement(
                placement.name(),
                placement.version(),
                excludeBought == null ? placement.excludeBought() : excludeBought,
                placement.returnDue(),
                cartAsContext == null ? placement.cartAsContext() : cartAsContext,
                personalWeight == null ? placement.personalWeight() : personalWeight,
                contextWeight == null ? placement.contextWeight() : contextWeight,
                placement.sources(),
                placement.filters(),
                placement.rules(),
                placement.diversity(),
                placement.exploration(),
                ranker == null ? placement.ranker() && !weighed : ranker);
    }
}
