package io.perennial.recommendation.alike;

/**
 * What shapes an answer by shoppers alike.
 *
 * @param neighbours how many of the most similar shoppers are asked
 * @param locality the power of a similarity: above 1 the nearest count for more
 * @param asymmetry 0.5 is the cosine; above, shoppers with many items are less of a disadvantage, at 1 none
 */
public record ShopperToShopperParameters(int neighbours, double locality, double asymmetry) {

    public ShopperToShopperParameters {
        if (neighbours < 1 || !(locality >= 0) || !(asymmetry >= 0 && asymmetry <= 1)) {
            throw new IllegalArgumentException(
                    "neighbours are at least 1, locality at least 0, asymmetry between 0 and 1");
        }
    }
}
