package io.perennial.recommendation.neighbours;

import java.util.List;
import java.util.Map;

/**
 * A shopper's products, heaviest first, their weights scaled to length one, so that a wholesaler's thousand items say no more
 * than a household's ten (Deshpande and Karypis, 2004).
 */
public record InteractionRow(List<String> products, List<Float> weights) {

    /** The heaviest of these weights, at most so many; what is not positive is left out. */
    public static InteractionRow of(Map<String, Double> weights, int longest) {
        List<Map.Entry<String, Double>> row = weights.entrySet().stream()
                .filter(cell -> cell.getValue() > 0)
                .sorted(Map.Entry.<String, Double>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(longest)
                .toList();
        double length = Math.sqrt(row.stream()
                .mapToDouble(cell -> cell.getValue() * cell.getValue())
                .sum());
        return new InteractionRow(
                row.stream().map(Map.Entry::getKey).toList(),
                row.stream().map(cell -> (float) (cell.getValue() / length)).toList());
    }
}
