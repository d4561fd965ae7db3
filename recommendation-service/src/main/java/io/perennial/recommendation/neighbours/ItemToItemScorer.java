package io.perennial.recommendation.neighbours;

import io.perennial.recommendation.sparse.SparseSums;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Scores products by what a shopper did: the sum over the seeds of the seed's weight times the similarity. Touches only
 * the seeds' neighbours: seeds times neighbours steps, independent of the catalog's size.
 */
public final class ItemToItemScorer {

    private static final int USUAL_NEIGHBOURS = 100;

    private final ItemToItemModel model;

    public ItemToItemScorer(ItemToItemModel model) {
        this.model = model;
    }

    /** The so many products nearest to the seeds, best first, ties by id; seeds may come among them. */
    public List<Scored> score(Map<String, Double> seeds, int limit) {
        // In the order of ids, so that rounding is the same every time.
        String[] ids = seeds.keySet().stream().sorted().toArray(String[]::new);
        SparseSums sums = new SparseSums(ids.length * USUAL_NEIGHBOURS);
        for (int seed = 0; seed < ids.length; seed++) {
            int item = model.indexOf(ids[seed]);
            double weight = seeds.getOrDefault(ids[seed], 0.0);
            if (item >= 0 && weight > 0) {
                for (int n = model.start[item]; n < model.start[item + 1]; n++) {
                    sums.add(model.neighbours[n], weight * model.similarities[n], seed);
                }
            }
        }
        int[] best = sums.greatest(limit);
        List<Scored> scored = new ArrayList<>(best.length);
        for (int slot : best) {
            scored.add(new Scored(model.items.id(sums.key(slot)), sums.total(slot), ids[sums.cause(slot)]));
        }
        return scored;
    }
}
