package io.perennial.churn.training;

import io.perennial.churn.drift.Baseline;
import io.perennial.churn.evaluation.EvaluationReport;
import io.perennial.churn.history.ShopperHistory;
import io.perennial.churn.label.Target;
import io.perennial.churn.label.TimeSplit;
import io.perennial.churn.label.Window;
import io.perennial.churn.model.LinearModel;
import io.perennial.churn.training.TrainingOutcome.Trained;
import io.perennial.common.identity.ProfileId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Models as a training run makes them, for tests of what looks after them. */
public record TrainedModels(LinearModel model, Baseline baseline, EvaluationReport report) {

    /** Between the snapshots, and where moments are asked about. */
    public static final Duration STEP = Duration.ofDays(7);

    /** Trained for churn on what was known then. */
    public static TrainedModels of(Map<ProfileId, ShopperHistory> shoppers, Instant asOf, Duration horizon) {
        return of(Target.CHURN, shoppers, asOf, horizon);
    }

    /** Trained on what was known then. */
    public static TrainedModels of(
            Target target, Map<ProfileId, ShopperHistory> shoppers, Instant asOf, Duration horizon) {
        Window now = Window.before(asOf, target, STEP);
        TrainingData data =
                new TrainingData(target, TimeSplit.endingAt(asOf, horizon, Duration.ofDays(1), now.length(), 3, STEP));
        Snapshot present = new Snapshot(now);
        shoppers.forEach((profile, history) -> {
            data.add(profile, history);
            present.add(profile, history);
        });
        Trained trained = (Trained) ModelTrainer.run(
                data, new TrainingSettings(7, Solver.NEWTON, 200_000, List.of(10.0), false, 100, 20, 50));
        return new TrainedModels(
                trained.model(), present.baseline(trained.model(), data.evaluation(), 7), trained.report());
    }
}
