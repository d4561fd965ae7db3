package io.perennial.recommendation.linear;

import io.perennial.recommendation.algebra.SparseMatrix;
import io.perennial.recommendation.sequence.Sequences;

/**
 * Which item follows which, counted with fading distance and divided by powers of how often either occurs: a Markov chain
 * with skips (Shani, Heckerman and Brafman, "An MDP-based recommender system", JMLR 2005; Ludewig and Jannach's sequential
 * rules, 2018). Nothing dense is built: it covers ranges that the dense models cannot.
 */
final class TransitionTrainer {

    private final TransitionParameters parameters;
    private final Capacity capacity;

    /** Of the capacity, the number of items does not bound this model. */
    TransitionTrainer(TransitionParameters parameters, Capacity capacity) {
        this.parameters = parameters;
        this.capacity = capacity;
    }

    /** Weights from the row's item to the column's. */
    SparseMatrix train(Sequences sequences) {
        KeptItems kept = KeptItems.all(sequences);
        Steps steps =
                Steps.of(sequences, kept, capacity.longest(), parameters.sourceDecay(), parameters.targetDecay(), 0);
        double[] from = steps.sources().columnSums(-parameters.sourcePower());
        double[] to = steps.targets().columnSums(-parameters.targetPower());
        return kept.spread(steps.sources()
                .crossProduct(steps.targets(), Integer.MAX_VALUE)
                .heaviest(capacity.weights(), (row, column, value) -> (float) (value * from[row] * to[column])));
    }
}
