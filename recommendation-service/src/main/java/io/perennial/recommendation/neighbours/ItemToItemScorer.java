package io.perennial.recommendation.neighbours;

import io.perennial.recommendation.product.Scored;
import io.perennial.recommendation.product.Weighted;
import io.perennial.recommendation.sparse.SparseSums;
import java.util.ArrayList;
import java.util.List;

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
    public List<Scored> score(List<Weighted> seeds, int limit) {
        SparseSums sums = new SparseSums(seeds.size() * USUAL_NEIGHBOURS);
        for (int place = 0; place < seeds.size(); place++) {
            Weighted seed = seeds.get(place);
            int item = model.items.itemOf(seed.product());
            if (item >= 0 && seed.weight() > 0) {
                for (int n = model.start[item]; n < model.start[item + 1]; n++) {
                    sums.add(model.neighbours[n], seed.weight() * model.similarities[n], place);
                }
            }
        }
        int[] best = sums.greatest(limit);
        List<Scored> scored = new ArrayList<>(best.length);
        for (int slot : best) {
            scored.add(new Scored(
                    model.items.product(sums.key(slot)),
                    sums.total(slot),
                    seeds.get(sums.cause(slot)).product()));
        }
        return scored;
    }
}
