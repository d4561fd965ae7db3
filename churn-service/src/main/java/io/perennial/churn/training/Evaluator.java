package io.perennial.churn.training;

import io.perennial.churn.evaluation.Calibration;
import io.perennial.churn.evaluation.Challenger;
import io.perennial.churn.evaluation.Curves;
import io.perennial.churn.evaluation.EvaluationReport;
import io.perennial.churn.evaluation.Measures;
import io.perennial.churn.evaluation.Predictions;
import io.perennial.churn.evaluation.ProbabilityScores;
import io.perennial.churn.evaluation.Ranking;
import io.perennial.churn.feature.Features;
import io.perennial.churn.label.TimeSplit;
import java.util.List;

/** Measures a model on the later window, against the base rate and against recency alone. */
final class Evaluator {

    private static final int BINS = 10;
    private static final int RECENCY = Features.COLUMNS.indexOf("days_since_order");

    private Evaluator() {}

    static EvaluationReport report(
            TimeSplit split,
            List<LabelledShopper> rows,
            Predictions raw,
            ModelTrainer.Recalibration recalibration,
            double threshold,
            List<Challenger> challengers,
            TrainingSettings settings) {
        Predictions said = recalibration.honest();
        Ranking ranking = new Ranking(raw);
        Ranking recency = new Ranking(recency(rows));
        Calibration calibration = Calibration.of(said, BINS);
        return new EvaluationReport(
                split.evaluation(),
                (int) split.horizon().toDays(),
                raw.size(),
                raw.churnedCount(),
                raw.baseRate(),
                ranking.aucInterval(settings.resamples(), settings.seed()),
                recency.auc(),
                ranking.gainOver(recency, settings.resamples(), settings.seed()),
                ProbabilityScores.logLoss(said),
                ProbabilityScores.baseLogLoss(raw.baseRate()),
                ProbabilityScores.logLoss(raw),
                ProbabilityScores.brier(said),
                calibration.expectedError(),
                Calibration.of(raw, BINS).expectedError(),
                calibration.bins(),
                Measures.of(said, threshold, settings.resamples(), settings.seed()),
                Curves.of(said),
                challengers);
    }

    private static Predictions recency(List<LabelledShopper> rows) {
        double[] days = new double[rows.size()];
        boolean[] churned = new boolean[rows.size()];
        for (int i = 0; i < days.length; i++) {
            days[i] = rows.get(i).columns()[RECENCY];
            churned[i] = rows.get(i).churned();
        }
        return new Predictions(days, churned);
    }
}
