package io.perennial.recommendation.recommend;

import io.perennial.recommendation.blend.BlendScorer.Seed;
import io.perennial.recommendation.history.Signal;
import io.perennial.recommendation.history.SignalWeights;
import io.perennial.recommendation.product.ProductNumbers;
import io.perennial.recommendation.product.Weighted;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What of a shopper's history others are looked for from.
 *
 * @param most so many products
 */
record HistorySeeds(SignalWeights weights, int most) {

    private static final Comparator<Weighted> HEAVIEST_FIRST =
            Comparator.comparingDouble(Weighted::weight).reversed();

    /**
     * The heaviest of those that anything is known of, heaviest first. As of the newest signal: only what weighs more than what
     * matters, and a long absence must not round to nothing.
     */
    List<Weighted> weighted(List<Signal> newestFirst) {
        List<Weighted> seeds = new ArrayList<>(newestFirst.size());
        for (Signal signal : newestFirst) {
            int product = ProductNumbers.find(signal.productId());
            if (product != ProductNumbers.NONE) {
                seeds.add(new Weighted(
                        product, weights.of(signal, newestFirst.getFirst().at())));
            }
        }
        seeds.sort(HEAVIEST_FIRST); // stable: of equal ones the newest
        return heaviest(seeds, most);
    }

    /** The newest signals as the blend has learnt from them: what came at one time is one step. */
    List<Seed> steps(List<Signal> newestFirst) {
        List<Seed> steps = new ArrayList<>();
        for (Signal signal : newestFirst.subList(0, Math.min(most, newestFirst.size()))) {
            boolean first = steps.isEmpty();
            int step = first ? 0 : steps.getLast().steps();
            boolean further = !first
                    && signal.at().isBefore(newestFirst.get(steps.size() - 1).at());
            steps.add(new Seed(ProductNumbers.find(signal.productId()), further ? step + 1 : step, 1));
        }
        return steps;
    }

    /** The first so many. */
    static List<Weighted> heaviest(List<Weighted> heaviestFirst, int most) {
        return heaviestFirst.subList(0, Math.min(most, heaviestFirst.size()));
    }
}
