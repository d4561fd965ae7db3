package io.perennial.churn.training;

import io.perennial.churn.evaluation.Predictions;
import io.perennial.churn.evaluation.ProbabilityScores;
import io.perennial.churn.evaluation.Ranking;
import io.perennial.churn.model.Comparison;
import io.perennial.churn.model.ServingModel;
import org.jspecify.annotations.Nullable;

/** Asks champion and challenger about the same later shoppers. */
final class SideBySide {

    private SideBySide() {}

    /** Null where there is no champion or it answers another question, that of another horizon. */
    static @Nullable Comparison of(
            @Nullable ServingModel champion,
            TrainingOutcome.Trained challenger,
            TrainingData data,
            TrainingSettings settings) {
        if (champion == null || champion.horizonDays() != data.split().horizon().toDays()) {
            return null;
        }
        Predictions theirs = ModelTrainer.predictions(champion.linear(), data.evaluation());
        Predictions ours = ModelTrainer.predictions(challenger.model(), data.evaluation());
        return new Comparison(
                champion.id(),
                data.split().evaluation(),
                theirs.size(),
                challenger.report().logLoss(),
                ProbabilityScores.logLoss(theirs),
                new Ranking(ours).gainOver(new Ranking(theirs), settings.resamples(), settings.seed()));
    }
}
