package io.perennial.churn.learning;

import io.perennial.churn.model.LinearModel;
import io.perennial.churn.model.Standardiser;

/**
 * Finds the logistic regression that minimises {@code Σ weight × log-loss + penalty} over standardised columns. Whoever does it,
 * the optimum is the same; the same sample gives the same model to the bit.
 */
public interface LinearTrainer {

    /** What made the model, for its provenance. */
    String name();

    /**
     * Trains to convergence.
     *
     * @throws IllegalArgumentException where only one class is there
     */
    LinearModel train(Sample sample, Standardiser standardiser, Penalty penalty);

    /** As {@link #train(Sample, Standardiser, Penalty)}, standardising by the sample itself. */
    default LinearModel train(Sample sample, Penalty penalty) {
        return train(sample, Standardiser.fit(sample.rows(), sample.columns()), penalty);
    }
}
