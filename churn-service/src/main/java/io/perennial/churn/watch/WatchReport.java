package io.perennial.churn.watch;

import io.perennial.churn.drift.QualityCheck;
import io.perennial.churn.drift.Shift;
import io.perennial.churn.fairness.FairnessCheck;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a look after a target's serving model found.
 *
 * @param target as the wire has it
 * @param shoppers sampled of whom there was something to ask
 * @param comparedWith as-of time of the shoppers the model was trained for; null where none were kept, or asked about in another time
 * @param features drift of each, {@code score} being the probabilities
 * @param quality of the data that come in. They are the shop's and not a model's, so a fault is told once: in the first report of each
 *     look, churn's where churn has a model; the others' are empty
 * @param calibration null where nobody has an outcome yet
 * @param alerts what somebody should look at
 */
public record WatchReport(
        Instant at,
        String target,
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
