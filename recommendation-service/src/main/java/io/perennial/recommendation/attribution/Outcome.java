package io.perennial.recommendation.attribution;

import io.perennial.recommendation.signature.RecommendationId;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What came of one recommendation. It exists once the recommendation was seen, and what was clicked was seen. Merging what
 * is told is commutative, associative and idempotent: marks once set stay, and of the orders that named it the first
 * {@value #MOST_SALES} by key have a place, so that an id sent with a thousand orders stays small. What an order brings,
 * {@link AttributedOrder} knows; a place stays whatever becomes of it.
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

    /** A place for an order, which brings nothing until {@link #selling} says so. */
    static Outcome ordered(RecommendationId id, String order) {
        TreeMap<String, Sale> sales = new TreeMap<>();
        sales.put(order, Sale.NONE);
        return new Outcome(id, false, false, sales);
    }

    /** The outcome of the same recommendation, of which more is told. */
    Outcome merge(Outcome told) {
        TreeMap<String, Sale> all = new TreeMap<>(sales);
        told.sales.forEach(all::putIfAbsent);
        return new Outcome(id, clicked || told.clicked, carted || told.carted, all);
    }

    /** With what orders bring now, by their keys; those without a place count for nothing. */
    Outcome selling(Map<String, Sale> now) {
        TreeMap<String, Sale> all = new TreeMap<>(sales);
        all.replaceAll((order, before) -> now.getOrDefault(order, before));
        return new Outcome(id, clicked, carted, all);
    }

    boolean ordered() {
        return sales.values().stream().anyMatch(Sale::ordered);
    }

    BigDecimal revenue() {
        return sales.values().stream().map(Sale::revenue).reduce(Sale.NONE.revenue(), BigDecimal::add);
    }

    /** What it adds to sums over recommendations. */
    Tally tally() {
        return new Tally(1, clicked ? 1 : 0, carted ? 1 : 0, ordered() ? 1 : 0, revenue());
    }

    private static SortedMap<String, Sale> bounded(SortedMap<String, Sale> sales) {
        TreeMap<String, Sale> first = new TreeMap<>(sales);
        while (first.size() > MOST_SALES) {
            first.pollLastEntry();
        }
        return first;
    }
}
