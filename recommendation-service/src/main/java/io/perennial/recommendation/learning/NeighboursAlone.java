package io.perennial.recommendation.learning;

import io.perennial.recommendation.algebra.SparseMatrix;
import io.perennial.recommendation.blend.Blend;
import io.perennial.recommendation.blend.Part;
import io.perennial.recommendation.blend.Trend;
import io.perennial.recommendation.neighbours.ItemToItemParameters;
import io.perennial.recommendation.neighbours.ItemToItemTrainer;
import io.perennial.recommendation.sequence.Sequences;
import io.perennial.recommendation.sparse.Ranked;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What answers where there is no blend, put as a blend of that one part: what a blend has to be better than. */
final class NeighboursAlone {

    /** An old interaction counts as a new one. */
    private static final double NO_DECAY = Double.POSITIVE_INFINITY;

    private NeighboursAlone() {}

    /** @param trend orders what has no neighbours */
    static Blend train(ItemToItemParameters parameters, Sequences sequences, Trend trend) {
        SparseMatrix.Builder weights = new SparseMatrix.Builder(sequences.items());
        for (Ranked own : new ItemToItemTrainer(parameters).neighbours(rows(sequences))) {
            for (int place = 0; place < own.keys().length; place++) {
                weights.add(own.keys()[place], own.scores()[place]);
            }
            weights.endRow();
        }
        return new Blend(List.of(new Part("item-to-item", weights.build(), NO_DECAY, 1)), trend);
    }

    /** A shopper a row of length one. */
    private static SparseMatrix rows(Sequences sequences) {
        SparseMatrix.Builder rows = new SparseMatrix.Builder(sequences.items());
        Set<Integer> seen = new HashSet<>();
        for (int shopper = 0; shopper < sequences.shoppers(); shopper++) {
            seen.clear();
            for (int place = sequences.from(shopper); place < sequences.to(shopper); place++) {
                if (seen.add(sequences.item(place))) {
                    rows.add(sequences.item(place), 1);
                }
            }
            rows.endRow((float) (1 / Math.sqrt(Math.max(1, seen.size()))));
        }
        return rows.build();
    }
}
