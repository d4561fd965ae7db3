package io.perennial.churn.learning;

import io.perennial.churn.model.LinearModel;

/** What every {@link LinearTrainer} minimises. */
public final class Objective {

    private Objective() {}

    /** Weighted mean log-loss in nats, and the penalty over the same weight. */
    public static double of(LinearModel model, Sample sample, Penalty penalty) {
        double sum = penalty.value(model.weights());
        for (int row = 0; row < sample.size(); row++) {
            sum += sample.weight(row) * loss(model.logOdds(sample.row(row)), sample.outcome(row));
        }
        return sum / sample.totalWeight();
    }

    static double loss(double logOdds, boolean outcome) {
        double against = outcome ? -logOdds : logOdds;
        return Math.max(against, 0) + Math.log1p(Math.exp(-Math.abs(against)));
    }

    static void requireBothClasses(Sample sample) {
        if (!sample.hasBothClasses()) {
            throw new IllegalArgumentException("only one class is there: nothing tells one shopper from another");
        }
    }
}
