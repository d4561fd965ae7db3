package io.perennial.churn.model;

import io.perennial.churn.drift.Baseline;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Kept artefacts as models again; what is cut short, changed or of other features is told from what is whole. */
@Component
class ArtefactReader {

    private final JsonMapper json;

    ArtefactReader(JsonMapper json) {
        this.json = json;
    }

    /**
     * The model ready to score.
     *
     * @throws RuntimeException where it is damaged or made for features of another meaning
     */
    ServingModel serving(ModelStore.Row row) {
        if (!whole(row)) {
            throw new IllegalArgumentException("model " + row.id() + " is damaged: its checksum does not match");
        }
        return ServingModel.of(json.readValue(row.artefact(), ModelArtefact.class));
    }

    /** Why the model cannot serve; null where it can. */
    @Nullable String defect(ModelStore.Row row) {
        try {
            serving(row);
            return null;
        } catch (RuntimeException e) {
            return e.getMessage() == null ? e.toString() : e.getMessage();
        }
    }

    /** What is kept; null where it is damaged. */
    @Nullable ModelArtefact artefact(ModelStore.Row row) {
        return whole(row) ? json.readValue(row.artefact(), ModelArtefact.class) : null;
    }

    @Nullable Comparison comparison(ModelStore.Row row) {
        return row.comparison() == null ? null : json.readValue(row.comparison(), Comparison.class);
    }

    @Nullable Baseline baseline(ModelStore.Row row) {
        return row.baseline() == null ? null : json.readValue(row.baseline(), Baseline.class);
    }

    String write(Object part) {
        return json.writeValueAsString(part);
    }

    static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static boolean whole(ModelStore.Row row) {
        return sha256(row.artefact()).equals(row.sha256());
    }
}
