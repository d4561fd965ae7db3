package io.perennial.recommendation.popularity;

import io.perennial.recommendation.product.NumberedProducts;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Products by how many shoppers were drawn to them lately, most popular first. Immutable. */
public final class PopularityModel {

    /** Knows nothing. */
    public static final PopularityModel EMPTY = new PopularityModel(List.of());

    private final List<Popular> mostPopularFirst;
    private final NumberedProducts products;

    PopularityModel(List<Popular> mostPopularFirst) {
        this.mostPopularFirst = List.copyOf(mostPopularFirst);
        this.products = new NumberedProducts(
                mostPopularFirst.stream().map(Popular::productId).toArray(String[]::new));
    }

    /** A product, its decayed number of shoppers, and when somebody was last drawn to it. */
    public record Popular(String productId, double score, Instant newest) {}

    public List<Popular> mostPopularFirst() {
        return mostPopularFirst;
    }

    /** Of the most popular one; 0 where there is none. */
    public double greatest() {
        return mostPopularFirst.isEmpty() ? 0 : mostPopularFirst.getFirst().score();
    }

    /** By a product's number; null where nobody was drawn to it. */
    public @Nullable Popular find(int product) {
        int place = products.itemOf(product);
        return place < 0 ? null : mostPopularFirst.get(place);
    }
}
