package io.perennial.churn.watch;

import io.perennial.churn.drift.QualityCheck;
import io.perennial.churn.drift.Shift;
import io.perennial.churn.fairness.FairnessCheck;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a look after the serving model found.
 *
 * @param shoppers sampled
 * @param comparedWith as-of time of the shoppers the model was trained for; null where none were kept
 * @param features drift of each, {@code score} being the probabilities
 * @param calibration null where nobody has an outcome yet
 * @param alerts what somebody should look at
 */
public record WatchReport(
        Instant at,
        String model,
        int shoppers,
        @Nullable Instant comparedWith,
        List<Drift> features,
        List<QualityCheck> quality,
        @Nullable CalibrationCheck calibration,
        List<FairnessCheck> fairness,
        List<Alert> alerts) {

    /** What the scores are called among the features. */
    public static final String SCORE = "score";

    /** A feature's shift since the training. */
    public record Drift(String feature, Shift shift, boolean flagged) {}

    /** One thing to look at. */
    public record Alert(Kind kind, String name, String text) {}

    /** What an alert is about. */
    public enum Kind {
        DRIFT,
        QUALITY,
        CALIBRATION,
        FAIRNESS;

        String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    boolean has(Kind kind) {
        return alerts.stream().anyMatch(alert -> alert.kind() == kind);
    }
}
