package io.perennial.churn.scoring;

import io.perennial.churn.evaluation.EvaluationReport;
import io.perennial.churn.model.ServingModel;
import java.time.Instant;

/** The model behind an answer. */
record ModelSummary(String id, Instant trainedAt, double auc, double aucLow, double aucHigh, Instant evaluatedAsOf) {

    static ModelSummary from(ServingModel model) {
        EvaluationReport report = model.artefact().report();
        return new ModelSummary(
                model.id(),
                model.artefact().trainedAt(),
                report.auc().value(),
                report.auc().low(),
                report.auc().high(),
                report.asOf());
    }
}
