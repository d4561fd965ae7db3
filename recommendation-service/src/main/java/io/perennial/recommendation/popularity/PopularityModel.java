package io.perennial.recommendation.popularity;

import io.perennial.recommendation.product.NumberedProducts;
import java.time.Instant;
import java.util.AbstractList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Products by how many shoppers were drawn to them lately, most popular first; 24 bytes each. Immutable. */
public final class PopularityModel {

    /** Knows nothing. */
    public static final PopularityModel EMPTY = new PopularityModel(List.of());

    private final NumberedProducts products;
    private final double[] scores;
    private final long[] newest;

    PopularityModel(List<Popular> mostPopularFirst) {
        this(
                mostPopularFirst.stream().map(Popular::productId).toArray(String[]::new),
                mostPopularFirst.stream().mapToDouble(Popular::score).toArray(),
                mostPopularFirst.stream()
                        .mapToLong(popular -> popular.newest().toEpochMilli())
                        .toArray());
    }

    /**
     * Takes the arrays over; they are of one length.
     *
     * @param ids most popular first
     * @param newest in milliseconds since 1970
     */
    PopularityModel(String[] ids, double[] scores, long[] newest) {
        this.products = new NumberedProducts(ids);
        this.scores = scores;
        this.newest = newest;
    }

    /** A product, its decayed number of shoppers, and when somebody was last drawn to it, to the millisecond. */
    public record Popular(String productId, double score, Instant newest) {}

    /** Each is made when it is asked for. */
    public List<Popular> mostPopularFirst() {
        return new AbstractList<>() {
            @Override
            public Popular get(int place) {
                return new Popular(products.id(place), scores[place], Instant.ofEpochMilli(newest[place]));
            }

            @Override
            public int size() {
                return scores.length;
            }
        };
    }

    /** The score of the most popular one; 0 where there is none. */
    public double greatest() {
        return scores.length == 0 ? 0 : scores[0];
    }

    /** By a product's number; null where nobody was drawn to it. */
    public @Nullable Popular find(int product) {
        int place = products.itemOf(product);
        return place < 0 ? null : mostPopularFirst().get(place);
    }
}
