package io.perennial.recommendation.attribution;

import io.perennial.recommendation.signature.RecommendationId;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What came of one recommendation. It exists once the recommendation was seen, and what was clicked was seen. Merging is
 * commutative, associative and idempotent: marks once set stay, of an order the greatest version counts, and of the orders
 * the first {@value #MOST_SALES} by key, so that an id sent with a thousand orders stays small.
 */
record Outcome(RecommendationId id, boolean clicked, boolean carted, SortedMap<String, Sale> sales) {

    static final int MOST_SALES = 10;

    Outcome {
        sales = Collections.unmodifiableSortedMap(bounded(sales));
    }

    static Outcome seen(RecommendationId id) {
        return new Outcome(id, false, false, new TreeMap<>());
    }

    static Outcome clicked(RecommendationId id) {
        return new Outcome(id, true, false, new TreeMap<>());
    }

    static Outcome carted(RecommendationId id) {
        return new Outcome(id, false, true, new TreeMap<>());
    }

    static Outcome ordered(RecommendationId id, String order, Sale sale) {
        TreeMap<String, Sale> sales = new TreeMap<>();
        sales.put(order, sale);
        return new Outcome(id, false, false, sales);
    }

    /** The outcome of the same recommendation, of which both are told. */
    Outcome merge(Outcome other) {
        TreeMap<String, Sale> all = new TreeMap<>(sales);
        other.sales.forEach((order, sale) -> all.merge(order, sale, Sale::later));
        return new Outcome(id, clicked || other.clicked, carted || other.carted, all);
    }

    BigDecimal revenue() {
        return sales.values().stream().map(Sale::revenue).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What it adds to sums over recommendations. */
    Tally tally() {
        return new Tally(1, clicked ? 1 : 0, carted ? 1 : 0, sales.isEmpty() ? 0 : 1, revenue());
    }

    private static SortedMap<String, Sale> bounded(SortedMap<String, Sale> sales) {
        TreeMap<String, Sale> first = new TreeMap<>(sales);
        while (first.size() > MOST_SALES) {
            first.pollLastEntry();
        }
        return first;
    }
}
