package io.perennial.recommendation.linear;

import io.perennial.recommendation.algebra.Kernel;
import io.perennial.recommendation.algebra.SparseMatrix;
import io.perennial.recommendation.sequence.Sequences;

/** Trains any of the linear models. */
public final class LinearTrainer {

    private final Capacity capacity;
    private final Kernel kernel;

    public LinearTrainer(Capacity capacity, Kernel kernel) {
        this.capacity = capacity;
        this.kernel = kernel;
    }

    /** Weights from the row's item to the column's; the same sequences give the same weights. */
    public SparseMatrix train(LinearParameters parameters, Sequences sequences) {
        return switch (parameters) {
            case EaseParameters ease -> new EaseTrainer(ease, capacity, kernel).train(sequences);
            case SlitParameters slit -> new SlitTrainer(slit, capacity, kernel).train(sequences);
            case TransitionParameters transition -> new TransitionTrainer(transition, capacity).train(sequences);
            case CoOccurrenceParameters pairs -> new CoOccurrenceTrainer(pairs, capacity).train(sequences);
        };
    }

    /** How many floating-point operations a training of these takes at most, roughly. */
    public double operations(LinearParameters parameters, Sequences sequences) {
        double items = Math.min(capacity.items(), sequences.items());
        return parameters.dense() ? items * items * items : sequences.interactions() * (double) capacity.longest();
    }
}
