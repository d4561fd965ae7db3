package io.perennial.recommendation.alike;

import io.perennial.recommendation.algebra.SparseMatrix;
import io.perennial.recommendation.product.ProductNumbers;
import io.perennial.recommendation.product.Scored;
import io.perennial.recommendation.sparse.SparseSums;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Scores products by what the most similar shoppers took: the sum over them of their weight times the similarity to the power
 * of the locality, where similarity is the asymmetric cosine (Aiolli, "Efficient top-N recommendation for very large scale
 * binary rated datasets", RecSys 2013). Touches the seeds' lists and the neighbours' rows, whatever the size of the range. Of
 * shoppers equally similar the newest are asked.
 */
public final class ShopperToShopperScorer {

    private final ShopperToShopperModel model;
    private final ShopperToShopperParameters parameters;

    public ShopperToShopperScorer(ShopperToShopperModel model, ShopperToShopperParameters parameters) {
        this.model = model;
        this.parameters = parameters;
    }

    /**
     * The so many best products, best first, ties by id; seeds may come among them. Each names the seed that gave most of its
     * score, where what a shopper says is the seeds' as far as they make that shopper similar.
     */
    public List<Scored> score(Map<String, Double> weights, int limit) {
        Seeds seeds = Seeds.of(weights, model);
        Near[] near = near(seeds);
        double[][] shares = new double[near.length][];
        Arrays.setAll(shares, n -> shares(near[n].shopper, seeds));
        SparseSums sums = sums(near);
        List<Scored> scored = new ArrayList<>();
        for (int slot : sums.greatest(limit)) {
            int item = sums.key(slot);
            int because = seeds.item(cause(item, near, shares, seeds.size()));
            scored.add(new Scored(
                    ProductNumbers.of(model.items[item]), sums.total(slot), ProductNumbers.of(model.items[because])));
        }
        return scored;
    }

    /** Overwrites the scores of all products, in the order of their ids; the row is the shopper's, its columns in the same. */
    public void score(SparseMatrix weights, int row, float[] scores) {
        Arrays.fill(scores, 0);
        SparseSums sums = sums(near(Seeds.of(weights, row)));
        for (int slot = 0; slot < sums.size(); slot++) {
            scores[sums.key(slot)] = (float) sums.total(slot);
        }
    }

    /** A shopper who is asked, and how much they say. */
    private record Near(int shopper, double say) {}

    private Near[] near(Seeds seeds) {
        SparseSums common = new SparseSums();
        for (int seed = 0; seed < seeds.size(); seed++) {
            int item = seeds.item(seed);
            for (int cell = model.byItem.start(item); cell < model.byItem.start(item + 1); cell++) {
                common.add(model.byItem.column(cell), seeds.weight(seed) * model.byItem.value(cell), seed);
            }
        }
        double own = Math.pow(seeds.length(), 2 * parameters.asymmetry());
        SparseSums similar = new SparseSums();
        for (int slot = 0; slot < common.size(); slot++) {
            int shopper = common.key(slot);
            double theirs = Math.pow(model.lengths[shopper], 2 * (1 - parameters.asymmetry()));
            similar.add(shopper, common.total(slot) / (own * theirs), 0);
        }
        return Arrays.stream(similar.greatest(parameters.neighbours()))
                .mapToObj(slot -> new Near(similar.key(slot), Math.pow(similar.total(slot), parameters.locality())))
                .toArray(Near[]::new);
    }

    private SparseSums sums(Near[] near) {
        SparseSums sums = new SparseSums();
        for (Near one : near) {
            int to = model.byShopper.start(one.shopper + 1);
            for (int cell = model.byShopper.start(one.shopper); cell < to; cell++) {
                sums.add(model.byShopper.column(cell), one.say * model.byShopper.value(cell), 0);
            }
        }
        return sums;
    }

    /** How much of a shopper's similarity each seed makes. */
    private double[] shares(int shopper, Seeds seeds) {
        double[] shares = new double[seeds.size()];
        double sum = 0;
        for (int seed = 0; seed < shares.length; seed++) {
            shares[seed] = seeds.weight(seed) * model.weight(shopper, seeds.item(seed));
            sum += shares[seed];
        }
        for (int seed = 0; seed < shares.length; seed++) {
            shares[seed] /= sum;
        }
        return shares;
    }

    private int cause(int item, Near[] near, double[][] shares, int seeds) {
        double[] given = new double[seeds];
        for (int n = 0; n < near.length; n++) {
            double said = near[n].say * model.weight(near[n].shopper, item);
            for (int seed = 0; said > 0 && seed < seeds; seed++) {
                given[seed] += said * shares[n][seed];
            }
        }
        int cause = 0;
        for (int seed = 1; seed < seeds; seed++) {
            cause = given[seed] > given[cause] ? seed : cause;
        }
        return cause;
    }
}
