package io.perennial.churn.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.perennial.churn.drift.Baseline;
import io.perennial.churn.evaluation.EvaluationReport;
import io.perennial.churn.evaluation.Importance;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A model over REST, with all it takes to score elsewhere: see {@link LinearModel.Coefficients}.
 *
 * @param target what it foretells
 * @param sha256 of the artefact as kept
 * @param damaged whether the artefact no longer matches it; its parts are then left out
 * @param comparison how it did beside the champion of its day
 * @param importance of each feature, the greatest first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ModelAnswer(
        String id,
        String target,
        String state,
        boolean published,
        Instant trainedAt,
        @Nullable Instant scoredAt,
        String sha256,
        boolean damaged,
        @Nullable Provenance provenance,
        @Nullable EvaluationReport report,
        @Nullable Comparison comparison,
        @Nullable List<Importance> importance,
        LinearModel.@Nullable Coefficients coefficients) {

    static ModelAnswer from(
            ModelStore.Row row,
            @Nullable ModelArtefact artefact,
            @Nullable Comparison comparison,
            @Nullable Baseline baseline) {
        return new ModelAnswer(
                row.id(),
                row.target().wire(),
                row.state().wire(),
                row.state() == ModelState.PUBLISHED,
                row.trainedAt(),
                row.scoredAt(),
                row.sha256(),
                artefact == null,
                artefact == null ? null : artefact.provenance(),
                artefact == null ? null : artefact.report(),
                comparison,
                baseline == null ? null : baseline.importance(),
                artefact == null ? null : artefact.coefficients());
    }
}
