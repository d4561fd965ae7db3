package io.perennial.recommendation.alike;

import io.perennial.recommendation.algebra.SparseMatrix;
import java.util.Arrays;

/**
 * Shoppers with what they took, the newest first, and for each item the shoppers who took it, in primitive arrays: sixteen
 * bytes an interaction. Immutable.
 */
public final class ShopperToShopperModel {

    /** Sorted, so that an id is found by binary search. */
    final String[] items;

    /** Each row in the items' order. */
    final SparseMatrix byShopper;

    /** Each row the newest shopper first. */
    final SparseMatrix byItem;
    /** By shopper, the length of the row. */
    final double[] lengths;

    ShopperToShopperModel(String[] items, SparseMatrix byShopper, SparseMatrix byItem, double[] lengths) {
        this.items = items;
        this.byShopper = byShopper;
        this.byItem = byItem;
        this.lengths = lengths;
    }

    public int shoppers() {
        return byShopper.rows();
    }

    public int products() {
        return items.length;
    }

    /** What a shopper's row has of an item; 0 for nothing. */
    float weight(int shopper, int item) {
        int low = byShopper.start(shopper);
        int high = byShopper.start(shopper + 1) - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int found = byShopper.column(middle);
            if (found == item) {
                return byShopper.value(middle);
            } else if (found < item) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return 0;
    }

    /** Negative for a product the model does not know. */
    int indexOf(String productId) {
        return Arrays.binarySearch(items, productId);
    }
}
