package io.perennial.recommendation.blend;

import io.perennial.recommendation.algebra.SparseMatrix;
import io.perennial.recommendation.product.Scored;
import io.perennial.recommendation.sparse.SparseSums;
import java.util.ArrayList;
import java.util.List;

/**
 * Scores products for what a shopper did, newest first, each with the product of which one model spoke for it most. Touches only the rows
 * of what still counts: by a decay of d steps, the newest 5 d.
 */
public final class BlendScorer {

    /** What counts less than this is left out: serving need not see what cannot move a place. */
    private static final double NEGLIGIBLE = 5e-3;

    private static final int USUAL_WEIGHTS = 100;

    private final BlendModel model;

    public BlendScorer(BlendModel model) {
        this.model = model;
    }

    /**
     * A product a shopper took.
     *
     * @param product its number
     * @param steps how many steps before the newest; 0 is the newest
     * @param weight of the kind of interest, usually 1
     */
    public record Seed(int product, int steps, double weight) {}

    /** The best so many products with a positive score, best first; seeds may come among them. */
    public List<Scored> score(List<Seed> newestFirst, int limit) {
        SparseSums sums = new SparseSums(newestFirst.size() * USUAL_WEIGHTS);
        for (int place = 0; place < newestFirst.size(); place++) {
            Seed seed = newestFirst.get(place);
            int item = model.items().itemOf(seed.product());
            for (Part part : item < 0 ? List.<Part>of() : model.blend().parts()) {
                double weight = seed.weight() * Math.exp(-seed.steps() / part.decay());
                if (weight > NEGLIGIBLE) {
                    add(sums, part.weights(), item, weight * part.share(), place);
                }
            }
        }
        Trend trend = model.blend().trend();
        for (int slot = 0; slot < sums.size(); slot++) {
            sums.replace(slot, trend.applied(sums.key(slot), sums.total(slot)));
        }
        List<Scored> scored = new ArrayList<>(Math.min(limit, sums.size()));
        for (int slot : sums.greatest(limit)) {
            if (sums.total(slot) > 0) {
                scored.add(new Scored(
                        model.items().product(sums.key(slot)),
                        sums.total(slot),
                        newestFirst.get(sums.cause(slot)).product()));
            }
        }
        return scored;
    }

    private static void add(SparseSums sums, SparseMatrix weights, int item, double factor, int seed) {
        for (int cell = weights.start(item); cell < weights.start(item + 1); cell++) {
            sums.add(weights.column(cell), factor * weights.value(cell), seed);
        }
    }
}
