package io.perennial.recommendation.blend;

import java.util.Arrays;
import java.util.List;

/** A blend and what its items are called. Immutable, so that a request that began on it ends on it. */
public final class BlendModel {

    /** Knows nothing. */
    public static final BlendModel EMPTY = new BlendModel(new String[0], new Blend(List.of(), Trend.of(new int[0])));

    /** Sorted, so that an id is found by binary search; item i of the blend. */
    private final String[] items;

    private final Blend blend;

    /** @param items ids, sorted, of the blend's items */
    public BlendModel(String[] items, Blend blend) {
        this.items = items.clone();
        this.blend = blend;
    }

    public int products() {
        return items.length;
    }

    public Blend blend() {
        return blend;
    }

    String item(int index) {
        return items[index];
    }

    /** Negative for a product the model does not know. */
    int indexOf(String productId) {
        return Arrays.binarySearch(items, productId);
    }
}
