package io.perennial.churn.training;

import io.perennial.churn.evaluation.EvaluationReport;
import io.perennial.churn.evaluation.PlattScaling;
import io.perennial.churn.model.LinearModel;

/** What came of a training run. */
sealed interface TrainingOutcome {

    /** A model good enough to serve. */
    record Trained(LinearModel model, PlattScaling recalibration, EvaluationReport report, int rows, int shoppers)
            implements TrainingOutcome {}

    /**
     * No model, and why.
     *
     * @param reason a slug as of a problem type
     */
    record Refused(String reason, String detail) implements TrainingOutcome {}
}
