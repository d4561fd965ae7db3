package io.perennial.recommendation.neighbours;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Scores products by what a shopper did: the sum over the seeds of the seed's weight times the similarity. Touches only
 * the seeds' neighbours: seeds times neighbours steps, independent of the catalog's size.
 */
public final class ItemToItemScorer {

    private static final Comparator<Scored> BEST_FIRST =
            Comparator.comparingDouble(Scored::score).reversed().thenComparing(Scored::productId);

    private final ItemToItemModel model;

    public ItemToItemScorer(ItemToItemModel model) {
        this.model = model;
    }

    /** Every product near a seed, best first, ties by id; seeds may come among them. */
    public List<Scored> score(Map<String, Double> seeds) {
        List<Map.Entry<String, Double>> ordered = seeds.entrySet().stream()
                .filter(seed -> seed.getValue() > 0)
                .sorted(Map.Entry.comparingByKey()) // so that rounding is the same every time
                .toList();
        Sums sums = new Sums();
        for (int s = 0; s < ordered.size(); s++) {
            int item = model.indexOf(ordered.get(s).getKey());
            if (item >= 0) {
                double weight = ordered.get(s).getValue();
                for (int n = model.start[item]; n < model.start[item + 1]; n++) {
                    sums.add(model.neighbours[n], weight * model.similarities[n], s);
                }
            }
        }
        List<Scored> scored = new ArrayList<>(sums.size);
        for (int slot = 0; slot < sums.items.length; slot++) {
            if (sums.items[slot] >= 0) {
                scored.add(new Scored(
                        model.items[sums.items[slot]],
                        sums.totals[slot],
                        ordered.get(sums.greatestSeed[slot]).getKey()));
            }
        }
        scored.sort(BEST_FIRST);
        return scored;
    }

    /** Sums by item in an open-addressing table that grows at half full. */
    private static final class Sums {

        private int[] items = filled(256);
        private double[] totals = new double[256];
        private double[] greatest = new double[256];
        private int[] greatestSeed = new int[256];
        private int size;

        void add(int item, double amount, int seed) {
            int slot = slot(item);
            if (items[slot] < 0) {
                items[slot] = item;
                if (++size * 2 > items.length) {
                    grow();
                    slot = slot(item);
                }
            }
            totals[slot] += amount;
            if (amount > greatest[slot]) {
                greatest[slot] = amount;
                greatestSeed[slot] = seed;
            }
        }

        private int slot(int item) {
            int mask = items.length - 1;
            int slot = ((item * 0x9E3779B9) >>> 7) & mask;
            while (items[slot] >= 0 && items[slot] != item) {
                slot = (slot + 1) & mask;
            }
            return slot;
        }

        private void grow() {
            Sums old = new Sums();
            old.items = items;
            old.totals = totals;
            old.greatest = greatest;
            old.greatestSeed = greatestSeed;
            int capacity = items.length * 2;
            items = filled(capacity);
            totals = new double[capacity];
            greatest = new double[capacity];
            greatestSeed = new int[capacity];
            for (int from = 0; from < old.items.length; from++) {
                if (old.items[from] >= 0) {
                    int to = slot(old.items[from]);
                    items[to] = old.items[from];
                    totals[to] = old.totals[from];
                    greatest[to] = old.greatest[from];
                    greatestSeed[to] = old.greatestSeed[from];
                }
            }
        }

        private static int[] filled(int capacity) {
            int[] empty = new int[capacity];
            Arrays.fill(empty, -1);
            return empty;
        }
    }
}
