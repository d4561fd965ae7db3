package io.perennial.recommendation.linear;

import io.perennial.recommendation.algebra.SparseMatrix;
import io.perennial.recommendation.sequence.Sequences;

/**
 * How many shoppers two items have in common, divided by powers of how many either has (Deshpande and Karypis, "Item-based
 * top-n recommendation algorithms", 2004). Sparse: it covers ranges that the dense models cannot.
 */
final class CoOccurrenceTrainer {

    private final CoOccurrenceParameters parameters;
    private final Capacity capacity;

    CoOccurrenceTrainer(CoOccurrenceParameters parameters, Capacity capacity) {
        this.parameters = parameters;
        this.capacity = capacity;
    }

    SparseMatrix train(Sequences sequences) {
        KeptItems kept = KeptItems.all(sequences);
        SparseMatrix baskets = Baskets.of(sequences, kept, capacity.longest(), parameters.lengthPower());
        double[] from = baskets.columnSums(-parameters.sourcePower());
        double[] to = baskets.columnSums(-parameters.targetPower());
        return kept.spread(baskets.crossProduct(baskets, Integer.MAX_VALUE)
                .heaviest(
                        capacity.weights(),
                        (row, column, value) -> row == column ? 0 : (float) (value * from[row] * to[column])));
    }
}
