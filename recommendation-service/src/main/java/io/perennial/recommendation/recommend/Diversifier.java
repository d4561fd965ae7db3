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
    private final Function<int[], Likeness> likeness;

    /** The function says how alike products of these numbers are. */
    Diversifier(Diversity diversity, Function<int[], Likeness> likeness) {
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
                bestFirst.stream().mapToInt(item -> item.candidate().product()).toArray());
        Selection selection = new Selection(bestFirst, among);
        selection.fill(limit, true);
        selection.fill(limit, false);
        return selection.chosen.stream().map(bestFirst::get).toList();
    }

    /**
     * The greedy choice, lazily (Minoux 1978): what an item adds only shrinks as others are chosen, so the one that leads by
     * what it added before is compared with those chosen since, and wins if it still leads. Most are never compared.
     */
    private final class Selection {

        private final List<Item> items;
        private final Likeness among;
        private final List<Integer> chosen = new ArrayList<>();
        private final boolean[] taken;
        private final double[] marginal;
        private final double[] nearest;
        private final int[] comparedWith;
        private final Map<String, Integer> brands = new HashMap<>();
        private final Map<String, Integer> categories = new HashMap<>();

        Selection(List<Item> items, Likeness among) {
            this.items = items;
            this.among = among;
            taken = new boolean[items.size()];
            marginal = new double[items.size()];
            nearest = new double[items.size()];
            comparedWith = new int[items.size()];
            Arrays.setAll(
                    marginal,
                    place -> diversity.lambda() * items.get(place).candidate().score());
        }

        void fill(int limit, boolean capped) {
            boolean[] out = taken.clone();
            int leader = leader(out);
            while (chosen.size() < limit && leader >= 0) {
                if (capped && full(items.get(leader).product())) {
                    out[leader] = true;
                } else if (comparedWith[leader] == chosen.size()) {
                    out[leader] = true;
                    take(leader);
                } else {
                    compare(leader);
                }
                leader = leader(out);
            }
        }

        /** The first of those that may add most; -1 where none is left. */
        private int leader(boolean[] out) {
            int leader = -1;
            for (int place = 0; place < marginal.length; place++) {
                if (!out[place] && (leader < 0 || marginal[place] > marginal[leader])) {
                    leader = place;
                }
            }
            return leader;
        }

        private void take(int place) {
            taken[place] = true;
            chosen.add(place);
            count(brands, items.get(place).product().brand());
            count(categories, items.get(place).product().category());
        }

        /** With the next of those chosen; with all at once where that changes nothing. */
        private void compare(int place) {
            if (diversity.lambda() == 1) {
                comparedWith[place] = chosen.size();
                return;
            }
            int other = chosen.get(comparedWith[place]++);
            nearest[place] = Math.max(
                    nearest[place],
                    alike(items.get(place).product(), items.get(other).product(), among.between(place, other)));
            marginal[place] = diversity.lambda() * items.get(place).candidate().score()
                    - (1 - diversity.lambda()) * nearest[place];
        }

        private boolean full(CatalogProduct product) {
            return !below(brands, product.brand(), diversity.perBrand())
                    || !below(categories, product.category(), diversity.perCategory());
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
