package io.perennial.deploy.bench.churn;

import io.perennial.churn.evaluation.Calibration;
import io.perennial.churn.evaluation.EvaluationReport;
import io.perennial.churn.evaluation.Predictions;
import io.perennial.churn.evaluation.Ranking;
import io.perennial.churn.feature.FeatureSet;
import io.perennial.churn.history.ShopperHistory;
import io.perennial.churn.label.Target;
import io.perennial.churn.label.TimeSplit;
import io.perennial.churn.table.CsvReader;
import io.perennial.churn.table.LabelledTable;
import io.perennial.churn.table.TableModels;
import io.perennial.churn.training.LabelledShopper;
import io.perennial.churn.training.ModelTrainer;
import io.perennial.churn.training.TrainingData;
import io.perennial.churn.training.TrainingOutcome;
import io.perennial.churn.training.TrainingSettings;
import io.perennial.common.identity.ProfileId;
import io.perennial.deploy.bench.report.CannotMeasure;
import io.perennial.deploy.bench.report.Figure;
import io.perennial.deploy.bench.report.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Churn over the next 90 days of real purchases, as of four days, with the service's own features, labels and training. */
final class RetailQuality {

    private static final Duration HORIZON = Duration.ofDays(90);
    private static final Duration GAP = Duration.ofDays(1);
    private static final int SNAPSHOTS = 6;
    private static final Duration STEP = Duration.ofDays(15);
    private static final List<String> AS_OF = List.of("2011-06-10", "2011-07-10", "2011-08-10", "2011-09-10");
    private static final int BINS = 10;

    private final Path file;
    private final Progress progress;

    RetailQuality(Path file, Progress progress) {
        this.file = file;
        this.progress = progress;
    }

    private record Day(EvaluationReport report, double correctedEce, double bestAuc) {}

    List<Figure> measure() {
        if (!Files.isReadable(file)) {
            throw new CannotMeasure("there is no file " + file);
        }
        Map<ProfileId, ShopperHistory> histories;
        try {
            histories = RetailHistories.of(CsvReader.read(file));
        } catch (IOException e) {
            throw new CannotMeasure(file + " cannot be read: " + e.getMessage(), e);
        }
        progress.says(file.getFileName() + ": " + histories.size() + " customers");
        List<Day> days = AS_OF.stream().map(day -> day(histories, day)).toList();
        return List.of(
                new Figure("retail_auc", mean(days, day -> day.report.auc().value())),
                new Figure("retail_best_auc", mean(days, Day::bestAuc)),
                new Figure("retail_recency_auc", mean(days, day -> day.report.recencyAuc())),
                new Figure(
                        "retail_auc_gain_over_recency_low",
                        days.stream()
                                .mapToDouble(day -> day.report.gainOverRecency().low())
                                .min()
                                .orElseThrow()),
                new Figure("retail_ece", mean(days, day -> day.report.rawCalibrationError())),
                new Figure("retail_ece_prior_corrected", mean(days, Day::correctedEce)));
    }

    private Day day(Map<ProfileId, ShopperHistory> histories, String asOf) {
        Instant evaluation = Instant.parse(asOf + "T00:00:00Z");
        TrainingData data = new TrainingData(
                Target.CHURN,
                TimeSplit.endingAt(evaluation.plus(HORIZON).plus(GAP), HORIZON, GAP, Duration.ZERO, SNAPSHOTS, STEP));
        histories.forEach(data::add);
        if (!(ModelTrainer.run(data, TrainingSettings.DEFAULTS) instanceof TrainingOutcome.Trained trained)) {
            throw new CannotMeasure("no model as of " + asOf);
        }
        Predictions raw = trained.unseen();
        EvaluationReport report = trained.report();
        double corrected = Calibration.of(priorCorrected(raw), BINS).expectedError();
        double[] best = best(data);
        progress.says(String.format(
                Locale.ROOT,
                "  %s: logistic regression %.4f [%.4f, %.4f], penalty %.0f; %s %.4f, %s %.4f, %s %.4f, %s %.4f; recency %.4f;"
                        + " ECE %.4f, prior corrected %.4f, recalibrated %.4f",
                asOf,
                report.auc().value(),
                report.auc().low(),
                report.auc().high(),
                trained.penalty().strength(),
                "with splines",
                best[0],
                TableModels.NAMES.get(1),
                best[1],
                TableModels.NAMES.get(2),
                best[2],
                TableModels.NAMES.get(3),
                best[3],
                report.recencyAuc(),
                report.rawCalibrationError(),
                corrected,
                report.expectedCalibrationError()));
        return new Day(report, corrected, best[3]);
    }

    /** The same rows learnt from by all models; their AUC on the later ones. */
    private static double[] best(TrainingData data) {
        List<LabelledShopper> rows = new ArrayList<>(data.training());
        int trainingRows = rows.size();
        rows.addAll(data.evaluation());
        LabelledTable table = LabelledTable.ofNumbers(
                FeatureSet.BUYERS.names(),
                rows.stream().map(LabelledShopper::columns).toList(),
                rows.stream().map(LabelledShopper::outcome).toList(),
                rows.stream().map(LabelledShopper::profileId).toList());
        TableModels models =
                TableModels.fit(table, IntStream.range(0, trainingRows).toArray(), TrainingSettings.DEFAULTS.seed());
        double[] auc = new double[TableModels.NAMES.size()];
        for (int model = 0; model < auc.length; model++) {
            double[] scores = new double[rows.size() - trainingRows];
            boolean[] churned = new boolean[scores.length];
            for (int i = 0; i < scores.length; i++) {
                scores[i] = models.logOdds(trainingRows + i)[model];
                churned[i] = table.outcome(trainingRows + i);
            }
            auc[model] = new Ranking(new Predictions(scores, churned)).auc();
        }
        return auc;
    }

    /** The log-odds of each half moved to the base rate of the other: what knowing the season's level would give. */
    private static Predictions priorCorrected(Predictions raw) {
        double[] scores = new double[raw.size()];
        boolean[] churned = new boolean[raw.size()];
        double[] offsets = {offset(raw, 0), offset(raw, 1)};
        for (int i = 0; i < scores.length; i++) {
            scores[i] = raw.score(i) + offsets[1 - i % 2];
            churned[i] = raw.churned(i);
        }
        return new Predictions(scores, churned);
    }

    private static double offset(Predictions raw, int half) {
        double low = -10;
        double high = 10;
        while (high - low > 1e-9) {
            double middle = (low + high) / 2;
            double excess = 0;
            for (int i = half; i < raw.size(); i += 2) {
                excess += Predictions.sigmoid(raw.score(i) + middle) - (raw.churned(i) ? 1 : 0);
            }
            if (excess > 0) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return (low + high) / 2;
    }

    private static double mean(List<Day> days, ToDoubleFunction<Day> figure) {
        return days.stream().mapToDouble(figure).average().orElseThrow();
    }
}
