package io.perennial.recommendation.neighbours;

/**
 * What shapes an item-to-item model.
 *
 * @param neighbours how many neighbours of an item are kept
 * @param supportFloor pairs with fewer shoppers in common are left out
 * @param shrinkage a similarity of n common shoppers is multiplied by n / (n + shrinkage)
 */
public record ItemToItemParameters(int neighbours, int supportFloor, double shrinkage) {

    public ItemToItemParameters {
        if (neighbours < 1 || supportFloor < 1 || shrinkage < 0) {
            throw new IllegalArgumentException("neighbours and the support floor are at least 1, shrinkage at least 0");
        }
    }
}
