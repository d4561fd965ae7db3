package io.perennial.churn.watch;

import io.perennial.churn.drift.Baseline;
import io.perennial.churn.drift.QualityCheck;
import io.perennial.churn.drift.Shift;
import io.perennial.churn.fairness.FairnessAudit;
import io.perennial.churn.fairness.FairnessCheck;
import io.perennial.churn.fairness.JudgedShopper;
import io.perennial.churn.trait.Trait;
import io.perennial.churn.watch.WatchReport.Alert;
import io.perennial.churn.watch.WatchReport.Drift;
import io.perennial.churn.watch.WatchReport.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares a sample with what it should look like, and says what is out of bounds. */
final class Watcher {

    private static final int ENOUGH_OUTCOMES = 200;
    private static final long SEED = 20_111_209;

    private final Bounds bounds;
    private final List<Trait> traits;

    Watcher(Bounds bounds, List<Trait> traits) {
        this.bounds = bounds;
        this.traits = traits;
    }

    /**
     * From where something is said.
     *
     * @param psi of a feature or the scores
     * @param ks of a feature or the scores
     * @param calibration of the mean gap, in probability
     * @param fairness of a difference between groups, in probability
     * @param groupShoppers fewest of a group that is looked at
     */
    record Bounds(double psi, double ks, double calibration, double fairness, int groupShoppers) {}

    /**
     * Looks.
     *
     * @param kept with the model; null where nothing was
     * @param quality of the data that come in, where this look is to tell of it
     * @param published scores as published a horizon ago, with what came true
     */
    WatchReport look(
            String model,
            WatchSample sample,
            @Nullable Baseline kept,
            List<QualityCheck> quality,
            List<Outcome> published) {
        List<Alert> alerts = new ArrayList<>();
        Baseline baseline = kept != null && sample.isLike(kept) ? kept : null;
        List<Drift> drifts = baseline == null ? List.of() : drifts(sample, baseline, alerts);
        quality.stream().filter(QualityCheck::flagged).forEach(check -> alerts.add(alert(check)));
        CalibrationCheck calibration = calibration(sample, published, alerts);
        Map<String, List<JudgedShopper>> judged =
                traits.stream().collect(Collectors.toMap(Trait::name, sample::judged, (one, same) -> one));
        List<FairnessCheck> fairness = FairnessAudit.of(judged, bounds.fairness(), bounds.groupShoppers());
        fairness.stream().filter(FairnessCheck::flagged).forEach(check -> alerts.add(alert(check)));
        return new WatchReport(
                sample.at(),
                sample.target().wire(),
                model,
                sample.size(),
                baseline == null ? null : baseline.asOf(),
                drifts,
                quality,
                calibration,
                fairness,
                List.copyOf(alerts));
    }

    private List<Drift> drifts(WatchSample sample, Baseline baseline, List<Alert> alerts) {
        List<Drift> drifts = new ArrayList<>();
        drifts.add(drift(WatchReport.SCORE, Shift.of(baseline.scores(), sample.scores()), alerts));
        List<String> names = sample.featureNames();
        for (int feature = 0; feature < names.size(); feature++) {
            var reference = baseline.features().get(names.get(feature));
            if (reference != null) {
                drifts.add(drift(names.get(feature), Shift.of(reference, sample.values(feature)), alerts));
            }
        }
        return List.copyOf(drifts);
    }

    private Drift drift(String name, Shift shift, List<Alert> alerts) {
        boolean flagged = shift.exceeds(bounds.psi(), bounds.ks());
        if (flagged) {
            alerts.add(new Alert(
                    Kind.DRIFT,
                    name,
                    String.format(
                            Locale.ROOT,
                            "%s moved since the training: PSI %.3f, KS %.3f",
                            name,
                            shift.psi(),
                            shift.ks())));
        }
        return new Drift(name, shift, flagged);
    }

    private @Nullable CalibrationCheck calibration(WatchSample sample, List<Outcome> published, List<Alert> alerts) {
        boolean enough = published.size() >= ENOUGH_OUTCOMES;
        List<Outcome> outcomes = enough ? published : sample.outcomes();
        if (outcomes.size() < ENOUGH_OUTCOMES) {
            return null;
        }
        CalibrationCheck check =
                CalibrationCheck.of(enough ? "published" : "lookback", outcomes, bounds.calibration(), SEED);
        if (check.flagged()) {
            alerts.add(new Alert(
                    Kind.CALIBRATION,
                    check.source(),
                    String.format(
                            Locale.ROOT,
                            "%s: said of %.3f, true of %.3f",
                            sample.target().cameToBe(sample.horizonDays()),
                            check.predicted(),
                            check.observed())));
        }
        return check;
    }

    private static Alert alert(QualityCheck check) {
        return new Alert(
                Kind.QUALITY,
                check.name(),
                String.format(
                        Locale.ROOT,
                        "%s: %.3f in the last 24 hours, expected %.3f (%.3f to %.3f)",
                        check.name(),
                        check.value(),
                        check.expected(),
                        check.low(),
                        check.high()));
    }

    private static Alert alert(FairnessCheck check) {
        return new Alert(
                Kind.FAIRNESS,
                check.trait() + "=" + check.group(),
                String.format(
                        Locale.ROOT,
                        "%s of %s %s: %.3f against %.3f",
                        check.measure().wire(),
                        check.trait(),
                        check.group(),
                        check.value(),
                        check.others()));
    }
}
