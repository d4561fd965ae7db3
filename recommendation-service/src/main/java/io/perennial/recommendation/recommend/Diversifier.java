package io.perennial.recommendation.recommend;

import io.perennial.recommendation.catalog.CatalogProduct;
import io.perennial.recommendation.placement.Diversity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleBiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Chooses a shelf whose items differ: maximal marginal relevance (Carbonell and Goldstein, SIGIR 1998) with caps by brand and
 * category, which give way before the shelf stays short. Pure.
 */
final class Diversifier {

    private static final double SAME_CATEGORY = 0.5;
    private static final double SAME_BRAND = 0.3;

    private final Diversity diversity;
    private final ToDoubleBiFunction<String, String> likeness;

    /** The function says how alike two products are, 0 to 1. */
    Diversifier(Diversity diversity, ToDoubleBiFunction<String, String> likeness) {
        this.diversity = diversity;
        this.likeness = likeness;
    }

    /** A candidate and what the catalog says of it. */
    record Item(Candidate candidate, CatalogProduct product) {}

    /** Chooses at most so many of the items, which come best first. */
    List<Item> choose(List<Item> bestFirst, int limit) {
        if (diversity.equals(Diversity.NONE)) {
            return bestFirst.subList(0, Math.min(limit, bestFirst.size()));
        }
        List<Item> chosen = new ArrayList<>();
        boolean[] taken = new boolean[bestFirst.size()];
        double[] nearest = new double[bestFirst.size()];
        Map<String, Integer> brands = new HashMap<>();
        Map<String, Integer> categories = new HashMap<>();
        for (boolean capped : new boolean[] {true, false}) {
            int next = 0;
            while (chosen.size() < limit && next >= 0) {
                next = best(bestFirst, taken, nearest, capped ? brands : Map.of(), capped ? categories : Map.of());
                if (next >= 0) {
                    Item item = bestFirst.get(next);
                    taken[next] = true;
                    chosen.add(item);
                    count(brands, item.product().brand());
                    count(categories, item.product().category());
                    approach(bestFirst, taken, nearest, item);
                }
            }
        }
        return chosen;
    }

    private int best(
            List<Item> items,
            boolean[] taken,
            double[] nearest,
            Map<String, Integer> brands,
            Map<String, Integer> categories) {
        int best = -1;
        double greatest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < items.size(); i++) {
            if (!taken[i]
                    && below(brands, items.get(i).product().brand(), diversity.perBrand())
                    && below(categories, items.get(i).product().category(), diversity.perCategory())) {
                double marginal =
                        diversity.lambda() * items.get(i).candidate().score() - (1 - diversity.lambda()) * nearest[i];
                if (marginal > greatest) {
                    greatest = marginal;
                    best = i;
                }
            }
        }
        return best;
    }

    private void approach(List<Item> items, boolean[] taken, double[] nearest, Item chosen) {
        if (diversity.lambda() == 1) {
            Arrays.fill(nearest, 0);
            return;
        }
        for (int i = 0; i < nearest.length; i++) {
            if (!taken[i]) {
                nearest[i] = Math.max(nearest[i], alike(items.get(i).product(), chosen.product()));
            }
        }
    }

    private double alike(CatalogProduct one, CatalogProduct other) {
        double alike = likeness.applyAsDouble(one.productId(), other.productId());
        if (one.category() != null && Objects.equals(one.category(), other.category())) {
            alike = Math.max(alike, SAME_CATEGORY);
        }
        return one.brand() != null && Objects.equals(one.brand(), other.brand()) ? Math.max(alike, SAME_BRAND) : alike;
    }

    private static boolean below(Map<String, Integer> counts, @Nullable String key, int most) {
        return most == 0 || key == null || counts.getOrDefault(key, 0) < most;
    }

    private static void count(Map<String, Integer> counts, @Nullable String key) {
        if (key != null) {
            counts.merge(key, 1, Integer::sum);
        }
    }
}
