package io.perennial.recommendation.repurchase;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rhythms of consumables by product. Immutable. */
public final class RepurchaseModel {

    /** Knows nothing: everything is durable. */
    public static final RepurchaseModel EMPTY = new RepurchaseModel(Map.of());

    final Map<String, Rhythm> products;

    RepurchaseModel(Map<String, Rhythm> products) {
        this.products = Map.copyOf(products);
    }

    /** Null for what is not bought again, or too little is known of. */
    public @Nullable Rhythm rhythmOf(String productId) {
        return products.get(productId);
    }

    /** How many products have a rhythm. */
    public int products() {
        return products.size();
    }
}
