package io.perennial.recommendation.recommend;

import io.perennial.recommendation.catalog.CatalogProduct;
import io.perennial.recommendation.content.Likeness;
import io.perennial.recommendation.placement.Diversity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Chooses a shelf whose items differ: maximal marginal relevance (Carbonell and Goldstein, SIGIR 1998) with caps by brand and
 * category, which give way before the shelf stays short. Pure.
 */
final class Diversifier {

    private static final double SAME_CATEGORY = 0.5;
    private static final double SAME_BRAND = 0.3;

    private final Diversity diversity;
    private final Function<List<String>, Likeness> likeness;

    /** The function says how alike some products are. */
    Diversifier(Diversity diversity, Function<List<String>, Likeness> likeness) {
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
        Likeness among = likeness.apply(
                bestFirst.stream().map(item -> item.product().productId()).toList());
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
                    approach(bestFirst, taken, nearest, next, among);
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

    private void approach(List<Item> items, boolean[] taken, double[] nearest, int chosen, Likeness among) {
        if (diversity.lambda() == 1) {
            Arrays.fill(nearest, 0);
            return;
        }
        for (int i = 0; i < nearest.length; i++) {
            if (!taken[i]) {
                nearest[i] = Math.max(
                        nearest[i],
                        alike(items.get(i).product(), items.get(chosen).product(), among.between(i, chosen)));
            }
        }
    }

    private static double alike(CatalogProduct one, CatalogProduct other, double byContent) {
        double alike = byContent;
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
