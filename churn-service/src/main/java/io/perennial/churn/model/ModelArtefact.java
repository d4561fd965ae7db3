package io.perennial.churn.model;

import io.perennial.churn.evaluation.EvaluationReport;
import java.time.Instant;

/** A model as it is kept and could be carried elsewhere: coefficients, where they come from, how well they did. */
public record ModelArtefact(
        String id,
        Instant trainedAt,
        Provenance provenance,
        LinearModel.Coefficients coefficients,
        EvaluationReport report) {}
