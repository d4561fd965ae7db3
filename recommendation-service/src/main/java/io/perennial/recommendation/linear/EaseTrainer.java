package io.perennial.recommendation.linear;

import io.perennial.recommendation.algebra.Kernel;
import io.perennial.recommendation.algebra.RowBlocks;
import io.perennial.recommendation.algebra.SparseMatrix;
import io.perennial.recommendation.algebra.SymmetricInverse;
import io.perennial.recommendation.algebra.SymmetricMatrix;
import io.perennial.recommendation.sequence.Sequences;

/**
 * EASE^R (Steck, "Embarrassingly shallow autoencoders for sparse data", WWW 2019): each item from all others by ridge
 * regression, in closed form: with P the inverse of XᵀX + ridge, the weight from item i to item j is −P_ij / P_jj. Order plays
 * no part in it.
 */
final class EaseTrainer {

    private final EaseParameters parameters;
    private final Capacity capacity;
    private final Kernel kernel;

    EaseTrainer(EaseParameters parameters, Capacity capacity, Kernel kernel) {
        this.parameters = parameters;
        this.capacity = capacity;
        this.kernel = kernel;
    }

    /** Weights from the row's item to the column's. */
    SparseMatrix train(Sequences sequences) {
        KeptItems kept = KeptItems.of(sequences, capacity);
        SparseMatrix baskets = Baskets.of(sequences, kept, capacity.longest(), parameters.lengthPower());
        SymmetricMatrix matrix = baskets.gram();
        double ridge = parameters.ridge() * baskets.squares() / Math.max(1, baskets.cells());
        for (int item = 0; item < kept.count(); item++) {
            float own = matrix.get(item, item);
            matrix.add(item, item, (float) (ridge + parameters.ownRidge() * own));
        }
        new SymmetricInverse(kernel).invert(matrix);
        float[] scale = new float[kept.count()];
        for (int item = 0; item < scale.length; item++) {
            scale[item] = -1 / matrix.get(item, item);
        }
        SparseMatrix weights = new RowBlocks(kernel, capacity.weights()).of(matrix, (row, cells) -> {
            for (int item = 0; item < scale.length; item++) {
                cells[item] *= scale[item];
            }
            cells[row] = 0;
        });
        return kept.spread(weights);
    }
}
