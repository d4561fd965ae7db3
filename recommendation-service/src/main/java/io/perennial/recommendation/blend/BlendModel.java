package io.perennial.recommendation.blend;

import io.perennial.recommendation.product.NumberedProducts;
import java.util.List;

/** A blend and what its items are called. Immutable, so that a request that began on it ends on it. */
public final class BlendModel {

    /** Knows nothing. */
    public static final BlendModel EMPTY = new BlendModel(new String[0], new Blend(List.of(), Trend.of(new int[0])));

    private final NumberedProducts items;

    private final Blend blend;

    /** @param items ids of the blend's items */
    public BlendModel(String[] items, Blend blend) {
        this.items = new NumberedProducts(items);
        this.blend = blend;
    }

    public int products() {
        return items.size();
    }

    public Blend blend() {
        return blend;
    }

    String item(int index) {
        return items.id(index);
    }

    NumberedProducts items() {
        return items;
    }
}
