package io.perennial.churn.training;

import io.perennial.churn.evaluation.Measures;
import io.perennial.churn.evaluation.PlattScaling;
import io.perennial.churn.evaluation.Predictions;
import io.perennial.churn.evaluation.ProbabilityScores;
import io.perennial.churn.learning.LinearTrainer;
import io.perennial.churn.learning.Penalty;
import io.perennial.churn.learning.Sample;
import io.perennial.churn.model.LinearModel;
import io.perennial.churn.training.TrainingOutcome.Refused;
import io.perennial.churn.training.TrainingOutcome.Trained;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** From labelled shoppers to a model that beats the base rate on later ones, or to the reason why there is none. */
public final class ModelTrainer {

    private ModelTrainer() {}

    /** Trains and evaluates; the same data and settings give the same outcome. */
    public static TrainingOutcome run(TrainingData data, TrainingSettings settings) {
        List<LabelledShopper> training = data.training();
        List<LabelledShopper> evaluation = data.evaluation();
        Refused tooFew = tooFew(training, "to learn from", data, settings);
        if (tooFew == null) {
            tooFew = tooFew(evaluation, "to be evaluated on", data, settings);
        }
        if (tooFew != null) {
            return tooFew;
        }
        Penalty penalty = PenaltySearch.among(settings.penalties(), data);
        LinearTrainer trainer = settings.solver().trainer(training.size(), settings);
        LinearModel raw = fitted(trainer, LabelledShopper.sample(training), penalty, settings.balanced());
        Predictions later = predictions(raw, evaluation);
        Recalibration recalibration = Recalibration.of(later);
        double threshold = Measures.bestThreshold(predictions(raw.recalibrated(recalibration.scaling()), training));
        var report = Evaluator.report(
                data.target(),
                data.split(),
                evaluation,
                later,
                recalibration,
                threshold,
                Challengers.on(data.target().features(), training, evaluation, settings),
                Drivers.of(data.target().features().columns(), raw, training, penalty),
                settings);
        if (!(report.logLoss() < report.baseLogLoss())) {
            return new Refused(
                    "worse-than-base-rate",
                    String.format(
                            Locale.ROOT,
                            "On %d later shoppers the model's log-loss is %.4f; always saying the base rate %.3f gives %.4f."
                                    + " The published model, if any, stays.",
                            report.shoppers(),
                            report.logLoss(),
                            report.baseRate(),
                            report.baseLogLoss()));
        }
        PlattScaling scaling = recalibration.scaling();
        return new Trained(
                data.target(),
                raw.recalibrated(scaling),
                scaling,
                penalty,
                trainer.name(),
                later,
                report,
                training.size(),
                (int) shoppers(training, row -> true));
    }

    /** With equal weight on both classes the log-odds are those of a half; the prior's are added (King and Zeng 2001). */
    private static LinearModel fitted(LinearTrainer trainer, Sample sample, Penalty penalty, boolean balanced) {
        if (!balanced) {
            return trainer.train(sample, penalty);
        }
        return trainer.train(sample.balanced(), penalty)
                .recalibrated(new PlattScaling(1, Predictions.logit(sample.baseRate())));
    }

    static Predictions predictions(LinearModel model, List<LabelledShopper> rows) {
        double[] scores = new double[rows.size()];
        boolean[] churned = new boolean[rows.size()];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = model.logOdds(rows.get(i).columns());
            churned[i] = rows.get(i).outcome();
        }
        return new Predictions(scores, churned);
    }

    private static @Nullable Refused tooFew(
            List<LabelledShopper> rows, String purpose, TrainingData data, TrainingSettings settings) {
        long shoppers = shoppers(rows, row -> true);
        if (shoppers < settings.minShoppers()) {
            return new Refused(
                    "not-enough-shoppers",
                    "%d shoppers %s, %d are needed: events must reach back before %s."
                            .formatted(shoppers, purpose, settings.minShoppers(), reach(data, purpose)));
        }
        long with = shoppers(rows, LabelledShopper::outcome);
        long without = shoppers(rows, row -> !row.outcome());
        if (Math.min(with, without) < settings.minOfEachClass()) {
            return new Refused(
                    "not-enough-of-each-class",
                    "Of %d shoppers %s %d have the outcome \"%s\" and %d have not; %d of each are needed.%s"
                            .formatted(
                                    shoppers,
                                    purpose,
                                    with,
                                    data.target().wire(),
                                    without,
                                    settings.minOfEachClass(),
                                    data.target().horizon() == null ? " Try another horizon." : ""));
        }
        return null;
    }

    private static Object reach(TrainingData data, String purpose) {
        return purpose.endsWith("from")
                ? data.split().training().getFirst()
                : data.split().evaluation();
    }

    private static long shoppers(List<LabelledShopper> rows, Predicate<LabelledShopper> which) {
        return rows.stream()
                .filter(which)
                .map(LabelledShopper::profileId)
                .distinct()
                .count();
    }

    /** Whether an affine map learnt on half of the later shoppers helps on the other half, both ways. */
    record Recalibration(PlattScaling scaling, Predictions honest) {

        static Recalibration of(Predictions later) {
            Predictions even = half(later, 0);
            Predictions odd = half(later, 1);
            PlattScaling ofEven = PlattScaling.fit(even);
            PlattScaling ofOdd = PlattScaling.fit(odd);
            PlattScaling ofAll = PlattScaling.fit(later);
            double[] scores = new double[later.size()];
            boolean[] churned = new boolean[later.size()];
            for (int i = 0; i < scores.length; i++) {
                scores[i] = (i % 2 == 0 ? ofOdd : ofEven).apply(later.score(i));
                churned[i] = later.churned(i);
            }
            Predictions crossFitted = new Predictions(scores, churned);
            boolean helps = ofEven.slope() > 0
                    && ofOdd.slope() > 0
                    && ofAll.slope() > 0
                    && ProbabilityScores.logLoss(crossFitted) < ProbabilityScores.logLoss(later);
            return helps ? new Recalibration(ofAll, crossFitted) : new Recalibration(PlattScaling.IDENTITY, later);
        }

        private static Predictions half(Predictions all, int parity) {
            double[] scores = new double[(all.size() + 1 - parity) / 2];
            boolean[] churned = new boolean[scores.length];
            for (int i = 0; i < scores.length; i++) {
                scores[i] = all.score(2 * i + parity);
                churned[i] = all.churned(2 * i + parity);
            }
            return new Predictions(scores, churned);
        }
    }
}
