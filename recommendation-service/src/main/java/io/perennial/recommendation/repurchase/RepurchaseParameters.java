package io.perennial.recommendation.repurchase;

import java.time.Duration;

/**
 * What makes a product a consumable.
 *
 * @param gaps times between purchases that must be known, of the product or else of its category
 * @param repeatShare of its buyers that bought it again, at least
 * @param shortest purchases nearer to each other are one
 */
public record RepurchaseParameters(int gaps, double repeatShare, Duration shortest) {

    public RepurchaseParameters {
        if (gaps < 1 || repeatShare < 0 || repeatShare > 1 || shortest.isNegative()) {
            throw new IllegalArgumentException("gaps are at least 1, a share lies between 0 and 1");
        }
    }
}
