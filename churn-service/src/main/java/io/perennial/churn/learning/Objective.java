package io.perennial.churn.learning;

import io.perennial.churn.evaluation.ProbabilityScores;
import io.perennial.churn.model.LinearModel;

/** What every {@link LinearTrainer} minimises. */
public final class Objective {

    private Objective() {}

    /** Weighted mean log-loss in nats, and the penalty over the same weight. */
    public static double of(LinearModel model, Sample sample, Penalty penalty) {
        double sum = penalty.value(model.weights());
        for (int row = 0; row < sample.size(); row++) {
            sum += sample.weight(row) * ProbabilityScores.logLoss(model.logOdds(sample.row(row)), sample.outcome(row));
        }
        return sum / sample.totalWeight();
    }

    static void requireBothClasses(Sample sample) {
        if (!sample.hasBothClasses()) {
            throw new IllegalArgumentException("only one class is there: nothing tells one shopper from another");
        }
    }
}
