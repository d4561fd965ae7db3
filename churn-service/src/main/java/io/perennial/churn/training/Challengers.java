package io.perennial.churn.training;

import io.perennial.churn.evaluation.Challenger;
import io.perennial.churn.evaluation.Predictions;
import io.perennial.churn.evaluation.ProbabilityScores;
import io.perennial.churn.evaluation.Ranking;
import io.perennial.churn.learning.BoostedTrees;
import io.perennial.churn.learning.RandomForest;
import io.perennial.churn.learning.Sample;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** What trees make of the same shoppers: how much the linear model gives away for its reasons. */
final class Challengers {

    private static final int MOST_ROWS = 50_000;
    private static final int FOREST_TREES = 100;
    private static final int FEWEST_ROWS = 20;
    private static final BoostedTrees.Settings BOOSTING =
            BoostedTrees.Settings.DEFAULTS.withTrees(150).withDepth(3);

    private Challengers() {}

    static List<Challenger> on(
            List<LabelledShopper> training, List<LabelledShopper> evaluation, TrainingSettings settings) {
        int stride = (training.size() + MOST_ROWS - 1) / MOST_ROWS;
        List<LabelledShopper> some = IntStream.iterate(0, i -> i < training.size(), i -> i + stride)
                .mapToObj(training::get)
                .toList();
        Sample sample = LabelledShopper.sample(some);
        BoostedTrees boosted = BoostedTrees.train(sample, BOOSTING, settings.seed());
        RandomForest forest = RandomForest.train(sample, FOREST_TREES, FEWEST_ROWS, settings.seed());
        return List.of(
                challenger("gradient boosting", boosted::logOdds, evaluation, settings),
                challenger("random forest", forest::logOdds, evaluation, settings));
    }

    private static Challenger challenger(
            String name, ToDoubleFunction<double[]> logOdds, List<LabelledShopper> rows, TrainingSettings settings) {
        double[] scores = new double[rows.size()];
        boolean[] churned = new boolean[scores.length];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = logOdds.applyAsDouble(rows.get(i).columns());
            churned[i] = rows.get(i).outcome();
        }
        Predictions said = new Predictions(scores, churned);
        return new Challenger(
                name,
                new Ranking(said).aucInterval(settings.resamples(), settings.seed()),
                ProbabilityScores.logLoss(said));
    }
}
