package io.perennial.recommendation.linear;

import io.perennial.recommendation.algebra.Kernel;
import io.perennial.recommendation.algebra.RowBlocks;
import io.perennial.recommendation.algebra.SparseMatrix;
import io.perennial.recommendation.algebra.SymmetricInverse;
import io.perennial.recommendation.algebra.SymmetricMatrix;
import io.perennial.recommendation.sequence.Sequences;

/**
 * SLIT (Choe, Kang, Lee and Shim, "Session-aware linear item-item models for session-based recommendation", WWW 2021): at each
 * step of a history what follows, T, from what came before, S, both fading with distance, by ridge regression in closed
 * form: (SᵀS + ridge)⁻¹ SᵀT.
 */
final class SlitTrainer {

    /** Of an item at most, for memory's sake: where each item is followed by all others, the lightest are left out. */
    private static final int MOST_FOLLOWERS = 4_000;

    private final SlitParameters parameters;
    private final Capacity capacity;
    private final Kernel kernel;

    SlitTrainer(SlitParameters parameters, Capacity capacity, Kernel kernel) {
        this.parameters = parameters;
        this.capacity = capacity;
        this.kernel = kernel;
    }

    /** Weights from the row's item to the column's. */
    SparseMatrix train(Sequences sequences) {
        KeptItems kept = KeptItems.of(sequences, capacity);
        Steps steps = Steps.of(
                sequences,
                kept,
                capacity.longest(),
                parameters.sourceDecay(),
                parameters.targetDecay(),
                parameters.lengthPower());
        SymmetricMatrix matrix = steps.sources().gram();
        for (int item = 0; item < kept.count(); item++) {
            matrix.add(item, item, (float) (parameters.ridge() * steps.evidence()));
        }
        new SymmetricInverse(kernel).invert(matrix);
        SparseMatrix following = steps.sources().crossProduct(steps.targets(), MOST_FOLLOWERS);
        return kept.spread(
                new RowBlocks(kernel, capacity.weights()).ofProduct(matrix, following, (row, cells) -> cells[row] = 0));
    }
}
