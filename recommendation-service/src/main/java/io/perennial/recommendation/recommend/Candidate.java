package io.perennial.recommendation.recommend;

import io.perennial.recommendation.product.ProductNumbers;
import io.perennial.recommendation.ranker.FeatureRow;

/**
 * A product that may stand on a shelf, with its score among the candidates (0 to 1) and why.
 *
 * @param product its number; {@link ProductNumbers#NONE} for one that neither a model nor the catalog knows
 * @param features what a ranker knows of it, as far as it has been looked at
 */
record Candidate(int product, String productId, double score, Reason reason, FeatureRow features) {

    /** Nothing is known of it yet. */
    Candidate(String productId, double score, Reason reason) {
        this(ProductNumbers.find(productId), productId, score, reason, FeatureRow.NONE);
    }

    Candidate withScore(double newScore) {
        return new Candidate(product, productId, newScore, reason, features);
    }

    Candidate with(FeatureRow newFeatures) {
        return new Candidate(product, productId, score, reason, newFeatures);
    }
}
