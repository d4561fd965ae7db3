package io.perennial.churn.training;

import io.perennial.churn.evaluation.EvaluationReport;
import io.perennial.churn.evaluation.PlattScaling;
import io.perennial.churn.evaluation.Predictions;
import io.perennial.churn.label.Target;
import io.perennial.churn.learning.Penalty;
import io.perennial.churn.model.LinearModel.Coefficients;
import io.perennial.churn.training.TrainingOutcome.Refused;
import io.perennial.churn.training.TrainingOutcome.Trained;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What came of a training as a JSON file, like the artefacts that are kept: numbers stay the same to the bit. */
final class OutcomeFile {

    private static final JsonMapper JSON = new JsonMapper();

    private OutcomeFile() {}

    /** One of the two is there. */
    record Either(@Nullable Refused refused, @Nullable Portable trained) {}

    /** As {@link Trained}, of parts that JSON knows. */
    record Portable(
            Target target,
            Coefficients model,
            PlattScaling recalibration,
            Penalty penalty,
            String trainer,
            List<Double> unseen,
            List<Boolean> churned,
            EvaluationReport report,
            int rows,
            int shoppers) {

        static Portable of(Trained trained) {
            Predictions unseen = trained.unseen();
            return new Portable(
                    trained.target(),
                    trained.model().coefficients(trained.target().features().columns()),
                    trained.recalibration(),
                    trained.penalty(),
                    trained.trainer(),
                    IntStream.range(0, unseen.size()).mapToObj(unseen::score).toList(),
                    IntStream.range(0, unseen.size()).mapToObj(unseen::churned).toList(),
                    trained.report(),
                    trained.rows(),
                    trained.shoppers());
        }

        Trained trained() {
            boolean[] came = new boolean[churned.size()];
            IntStream.range(0, came.length).forEach(i -> came[i] = churned.get(i));
            return new Trained(
                    target,
                    model.model(target.features().columns()),
                    recalibration,
                    penalty,
                    trainer,
                    new Predictions(
                            unseen.stream().mapToDouble(Double::doubleValue).toArray(), came),
                    report,
                    rows,
                    shoppers);
        }
    }

    static void write(TrainingOutcome outcome, Path file) {
        JSON.writeValue(
                file,
                switch (outcome) {
                    case Refused refused -> new Either(refused, null);
                    case Trained trained -> new Either(null, Portable.of(trained));
                });
    }

    /** Throws IllegalStateException where the file is none. */
    static TrainingOutcome read(Path file) {
        try {
            Either either = JSON.readValue(file, Either.class);
            if (either.refused != null) {
                return either.refused;
            }
            if (either.trained != null) {
                return either.trained.trained();
            }
        } catch (JacksonException | IllegalArgumentException e) {
            throw new IllegalStateException("no outcome of a training: " + e.getMessage(), e);
        }
        throw new IllegalStateException("an outcome of a training that is neither a model nor a refusal");
    }
}
