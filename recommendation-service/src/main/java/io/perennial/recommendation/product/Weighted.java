package io.perennial.recommendation.product;

import java.util.List;
import java.util.Map;

/** A product, by its number, and how much it counts. */
public record Weighted(int product, double weight) {

    /** Those that have a number, in the order of their ids, so that sums of them round the same every time. */
    public static List<Weighted> of(Map<String, Double> weights) {
        return weights.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> new Weighted(ProductNumbers.find(entry.getKey()), entry.getValue()))
                .filter(weighted -> weighted.product != ProductNumbers.NONE)
                .toList();
    }
}
