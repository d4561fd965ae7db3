package io.perennial.churn.model;

import io.perennial.churn.evaluation.EvaluationReport;
import io.perennial.churn.label.Target;
import java.time.Instant;

/** A model as it is kept and could be carried elsewhere: coefficients, where they come from, how well they did. */
public record ModelArtefact(
        String id,
        Instant trainedAt,
        Provenance provenance,
        LinearModel.Coefficients coefficients,
        EvaluationReport report) {

    /**
     * What it foretells.
     *
     * @throws IllegalArgumentException where that is not known here
     */
    Target target() {
        String name = provenance.target();
        return name == null
                ? Target.CHURN
                : Target.ofWire(name)
                        .orElseThrow(() -> new IllegalArgumentException(
                                "model %s foretells \"%s\", which is not known here".formatted(id, name)));
    }
}
