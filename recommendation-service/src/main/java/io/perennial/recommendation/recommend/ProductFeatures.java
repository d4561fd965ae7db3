package io.perennial.recommendation.recommend;

import io.perennial.recommendation.catalog.Assortment;
import io.perennial.recommendation.catalog.CatalogProduct;
import io.perennial.recommendation.history.Signal;
import io.perennial.recommendation.popularity.PopularityModel;
import io.perennial.recommendation.popularity.PopularityModel.Popular;
import io.perennial.recommendation.ranker.Feature;
import io.perennial.recommendation.ranker.FeatureRow;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a ranker knows of products beside what the sources say: what they are, and how they suit who asks. Of one question. */
final class ProductFeatures {

    /** Of the shopper's newest products. */
    private static final int MOST_COMPARED = 20;

    private static final Duration WEEK = Duration.ofDays(7);
    private static final double HALF_STOCK = 10;

    private final PopularityModel popularity;
    private final Map<String, Integer> passedBy;
    private final Map<String, Integer> brands = new HashMap<>();
    private final Map<String, Integer> categories = new HashMap<>();
    private final Instant now;
    private int compared;
    private int priced;
    private double logPrices;

    ProductFeatures(Question question, PopularityModel popularity, Assortment assortment) {
        this.popularity = popularity;
        this.now = question.now();
        this.passedBy = question.history().seenSince(now.minus(WEEK));
        List<Signal> newest = question.history().signals();
        for (Signal signal : newest.subList(0, Math.min(MOST_COMPARED, newest.size()))) {
            CatalogProduct product = assortment.find(signal.productId());
            if (product != null) {
                compare(product);
            }
        }
    }

    private void compare(CatalogProduct product) {
        compared++;
        if (product.brand() != null) {
            brands.merge(product.brand(), 1, Integer::sum);
        }
        if (product.category() != null) {
            categories.merge(product.category(), 1, Integer::sum);
        }
        double price = price(product);
        if (price > 0) {
            priced++;
            logPrices += Math.log(price);
        }
    }

    /** The candidate with all that is known of its product. */
    Candidate of(Candidate candidate, CatalogProduct product) {
        FeatureRow row = candidate
                .features()
                .with(Feature.FIXED, candidate.score())
                .with(Feature.AFFINITY, affinity(product))
                .with(Feature.PRICE, nearness(product))
                .with(
                        Feature.MARGIN,
                        product.margin() == null ? 0 : product.margin().doubleValue())
                .with(Feature.STOCK, stock(product.stock()))
                .with(Feature.PASSED_BY, passedBy(product.productId()));
        return candidate.with(popular(candidate.product(), row));
    }

    private FeatureRow popular(int product, FeatureRow row) {
        Popular popular = popularity.find(product);
        if (popular == null) {
            return row;
        }
        double most = popularity.greatest();
        double weeks =
                Math.max(0, (double) Duration.between(popular.newest(), now).toMillis() / WEEK.toMillis());
        return row.with(Feature.POPULARITY, most > 0 ? popular.score() / most : 0)
                .with(Feature.RECENCY, Math.pow(2, -weeks));
    }

    private double affinity(CatalogProduct product) {
        int same = Math.max(
                product.brand() == null ? 0 : brands.getOrDefault(product.brand(), 0),
                product.category() == null ? 0 : categories.getOrDefault(product.category(), 0));
        return compared == 0 ? 0 : (double) same / compared;
    }

    private double nearness(CatalogProduct product) {
        double price = price(product);
        return priced == 0 || price <= 0 ? 0 : Math.exp(-Math.abs(Math.log(price) - logPrices / priced));
    }

    private double passedBy(String productId) {
        int times = passedBy.getOrDefault(productId, 0);
        return (double) times / (times + 1);
    }

    private static double stock(@Nullable Long stock) {
        return stock == null ? 1 : Math.max(0, stock) / (Math.max(0, stock) + HALF_STOCK);
    }

    private static double price(CatalogProduct product) {
        BigDecimal price = product.price();
        return price == null ? 0 : price.doubleValue();
    }
}
