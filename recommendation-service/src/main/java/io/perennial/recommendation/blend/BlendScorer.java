package io.perennial.recommendation.blend;

import io.perennial.recommendation.algebra.SparseMatrix;
import io.perennial.recommendation.neighbours.Scored;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Scores products for what a shopper did, newest first, each with the product that spoke for it most. Touches only the rows
 * of what still counts: by a decay of d steps, the newest 5 d.
 */
public final class BlendScorer {

    /** What counts less than this is left out: serving need not see what cannot move a place. */
    private static final double NEGLIGIBLE = 5e-3;

    private static final Comparator<Scored> BEST_FIRST =
            Comparator.comparingDouble(Scored::score).reversed().thenComparing(Scored::productId);

    private final BlendModel model;

    public BlendScorer(BlendModel model) {
        this.model = model;
    }

    /**
     * A product a shopper took.
     *
     * @param steps how many steps before the newest; 0 is the newest
     * @param weight of the kind of interest, usually 1
     */
    public record Seed(String productId, int steps, double weight) {}

    /** Every product with a positive score, best first, ties by id; seeds may come among them. */
    public List<Scored> score(List<Seed> newestFirst) {
        Map<Integer, Sum> sums = new HashMap<>();
        for (Seed seed : newestFirst) {
            int item = model.indexOf(seed.productId());
            if (item >= 0) {
                for (Part part : model.blend().parts()) {
                    double weight = seed.weight() * Math.exp(-seed.steps() / part.decay());
                    if (weight > NEGLIGIBLE) {
                        add(sums, part, item, weight * part.share(), seed);
                    }
                }
            }
        }
        Trend trend = model.blend().trend();
        List<Scored> scored = new ArrayList<>(sums.size());
        sums.forEach((item, sum) -> {
            double score = trend.applied(item, sum.total);
            if (score > 0) {
                scored.add(new Scored(model.item(item), score, sum.because));
            }
        });
        scored.sort(BEST_FIRST);
        return scored;
    }

    private static void add(Map<Integer, Sum> sums, Part part, int item, double factor, Seed seed) {
        SparseMatrix weights = part.weights();
        for (int cell = weights.start(item); cell < weights.start(item + 1); cell++) {
            sums.computeIfAbsent(weights.column(cell), one -> new Sum(seed.productId()))
                    .add(factor * weights.value(cell), seed.productId());
        }
    }

    /** A product's score so far. */
    private static final class Sum {

        private double total;
        private double greatest;
        private String because;
        private double sinceSeed;
        private String seed;

        Sum(String seed) {
            because = seed;
            this.seed = seed;
        }

        void add(double amount, String from) {
            total += amount;
            sinceSeed = seed.equals(from) ? sinceSeed + amount : amount;
            seed = from;
            if (sinceSeed > greatest) {
                greatest = sinceSeed;
                because = from;
            }
        }
    }
}
