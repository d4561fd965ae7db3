package io.perennial.churn.model;

import io.perennial.churn.feature.FeatureSet;
import io.perennial.churn.label.Target;

/** A published model ready to score. */
public record ServingModel(ModelArtefact artefact, Target target, LinearModel linear) {

    /**
     * Makes the artefact ready.
     *
     * @throws IllegalArgumentException where it foretells what is not known here, or was made for features of another meaning
     */
    static ServingModel of(ModelArtefact artefact) {
        Target target = artefact.target();
        FeatureSet features = target.features();
        if (!artefact.provenance().features().equals(features.hash())) {
            throw new IllegalArgumentException("model %s was made for features %s, these are %s: train anew"
                    .formatted(artefact.id(), artefact.provenance().features(), features.hash()));
        }
        return new ServingModel(artefact, target, artefact.coefficients().model(features.columns()));
    }

    public String id() {
        return artefact.id();
    }

    public int horizonDays() {
        return artefact.provenance().horizonDays();
    }
}
