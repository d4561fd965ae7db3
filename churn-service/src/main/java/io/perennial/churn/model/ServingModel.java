package io.perennial.churn.model;

import io.perennial.churn.feature.Features;

/** A published model ready to score. */
public record ServingModel(ModelArtefact artefact, LinearModel linear) {

    /**
     * Makes the artefact ready.
     *
     * @throws IllegalArgumentException where it was made for features of another meaning
     */
    static ServingModel of(ModelArtefact artefact) {
        if (!artefact.provenance().features().equals(Features.HASH)) {
            throw new IllegalArgumentException("model %s was made for features %s, these are %s: train anew"
                    .formatted(artefact.id(), artefact.provenance().features(), Features.HASH));
        }
        return new ServingModel(artefact, artefact.coefficients().model(Features.COLUMNS));
    }

    public String id() {
        return artefact.id();
    }

    public int horizonDays() {
        return artefact.provenance().horizonDays();
    }
}
