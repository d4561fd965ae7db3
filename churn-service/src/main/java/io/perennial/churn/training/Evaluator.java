package io.perennial.churn.training;

import io.perennial.churn.evaluation.Calibration;
import io.perennial.churn.evaluation.Challenger;
import io.perennial.churn.evaluation.Curves;
import io.perennial.churn.evaluation.Driver;
import io.perennial.churn.evaluation.EvaluationReport;
import io.perennial.churn.evaluation.Measures;
import io.perennial.churn.evaluation.Predictions;
import io.perennial.churn.evaluation.ProbabilityScores;
import io.perennial.churn.evaluation.Ranking;
import io.perennial.churn.label.Target;
import io.perennial.churn.label.TimeSplit;
import java.util.List;

/** Measures a model on the later window, against the base rate and against recency alone. */
final class Evaluator {

    private static final int BINS = 10;
    private static final String RECENCY = "days_since_order";

    private Evaluator() {}

    static EvaluationReport report(
            Target target,
            TimeSplit split,
            List<LabelledShopper> rows,
            Predictions raw,
            ModelTrainer.Recalibration recalibration,
            double threshold,
            List<Challenger> challengers,
            List<Driver> drivers,
            TrainingSettings settings) {
        Predictions said = recalibration.honest();
        Ranking ranking = new Ranking(raw);
        Ranking recency = new Ranking(recency(target, rows));
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
                challengers,
                drivers);
    }

    /** The longer ago the likelier to leave, and the less likely for anything else; who never ordered comes last of all. */
    private static Predictions recency(Target target, List<LabelledShopper> rows) {
        int column = target.features().names().indexOf(RECENCY);
        double[] scores = new double[rows.size()];
        boolean[] churned = new boolean[rows.size()];
        for (int i = 0; i < scores.length; i++) {
            double days = rows.get(i).columns()[column];
            scores[i] = target == Target.CHURN ? days : -(Double.isNaN(days) ? Double.MAX_VALUE : days);
            churned[i] = rows.get(i).outcome();
        }
        return new Predictions(scores, churned);
    }
}
