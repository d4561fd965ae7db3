package io.perennial.recommendation.alike;

/**
 * How much a shopper-to-shopper model holds: at most {@code 16 × shoppers × items} bytes, and the range's ids.
 *
 * @param shoppers the newest so many
 * @param items of a shopper, the heaviest
 * @param shoppersPerItem shoppers an item's list names, the newest; an answer's time grows with it
 */
public record ShopperBounds(int shoppers, int items, int shoppersPerItem) {

    public ShopperBounds {
        if (shoppers < 1 || items < 1 || shoppersPerItem < 1) {
            throw new IllegalArgumentException("bounds are at least 1");
        }
    }
}
