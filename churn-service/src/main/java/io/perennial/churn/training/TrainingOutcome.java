package io.perennial.churn.training;

import io.perennial.churn.evaluation.EvaluationReport;
import io.perennial.churn.evaluation.PlattScaling;
import io.perennial.churn.evaluation.Predictions;
import io.perennial.churn.label.Target;
import io.perennial.churn.learning.Penalty;
import io.perennial.churn.model.LinearModel;

/** What came of a training run. */
public sealed interface TrainingOutcome {

    /**
     * A model good enough to serve.
     *
     * @param unseen what it says of the later shoppers before recalibration
     */
    record Trained(
            Target target,
            LinearModel model,
            PlattScaling recalibration,
            Penalty penalty,
            String trainer,
            Predictions unseen,
            EvaluationReport report,
            int rows,
            int shoppers)
            implements TrainingOutcome {}

    /**
     * No model, and why.
     *
     * @param reason a slug as of a problem type
     */
    record Refused(String reason, String detail) implements TrainingOutcome {}
}
