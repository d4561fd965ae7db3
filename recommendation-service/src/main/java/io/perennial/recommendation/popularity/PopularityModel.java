package io.perennial.recommendation.popularity;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Products by how many shoppers were drawn to them lately, most popular first. Immutable. */
public final class PopularityModel {

    /** Knows nothing. */
    public static final PopularityModel EMPTY = new PopularityModel(List.of());

    private final List<Popular> mostPopularFirst;
    private final Map<String, Popular> byProduct;

    PopularityModel(List<Popular> mostPopularFirst) {
        this.mostPopularFirst = List.copyOf(mostPopularFirst);
        this.byProduct = HashMap.newHashMap(mostPopularFirst.size());
        mostPopularFirst.forEach(popular -> byProduct.put(popular.productId(), popular));
    }

    /** A product, its decayed number of shoppers, and when somebody was last drawn to it. */
    public record Popular(String productId, double score, Instant newest) {}

    public List<Popular> mostPopularFirst() {
        return mostPopularFirst;
    }

    /** Null for a product nobody was drawn to. */
    public @Nullable Popular find(String productId) {
        return byProduct.get(productId);
    }
}
