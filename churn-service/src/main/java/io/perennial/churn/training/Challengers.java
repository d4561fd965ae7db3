package io.perennial.churn.training;

import io.perennial.churn.evaluation.Challenger;
import io.perennial.churn.evaluation.Importance;
import io.perennial.churn.evaluation.Predictions;
import io.perennial.churn.evaluation.ProbabilityScores;
import io.perennial.churn.evaluation.Ranking;
import io.perennial.churn.feature.FeatureSet;
import io.perennial.churn.learning.BoostedTrees;
import io.perennial.churn.learning.RandomForest;
import io.perennial.churn.learning.Sample;
import io.perennial.churn.learning.TreeShap;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** What trees make of the same shoppers: how much the linear model gives away for its reasons, and what they look at. */
final class Challengers {

    private static final int MOST_ROWS = 50_000;
    private static final int FOREST_TREES = 100;
    private static final int FEWEST_ROWS = 20;
    private static final BoostedTrees.Settings BOOSTING =
            BoostedTrees.Settings.DEFAULTS.withTrees(150).withDepth(3);
    /** Of the later window's shoppers, for the importance of features. */
    private static final int MOST_EXPLAINED = 500;
    /** Times shoppers; fewer of these for trees of more nodes, so that a training takes about a second more at most. */
    private static final int MOST_NODES = 40_000_000;

    private Challengers() {}

    static List<Challenger> on(
            FeatureSet features,
            List<LabelledShopper> training,
            List<LabelledShopper> evaluation,
            TrainingSettings settings) {
        Sample sample = LabelledShopper.sample(evenly(training, MOST_ROWS));
        BoostedTrees boosted = BoostedTrees.train(sample, BOOSTING, settings.seed());
        RandomForest forest = RandomForest.train(sample, FOREST_TREES, FEWEST_ROWS, settings.seed());
        return List.of(
                challenger(
                        "gradient boosting",
                        boosted::logOdds,
                        evaluation,
                        "log-odds",
                        importance(features, boosted.shap(), evaluation, settings),
                        settings),
                challenger(
                        "random forest",
                        forest::logOdds,
                        evaluation,
                        "probability",
                        importance(features, forest.shap(), evaluation, settings),
                        settings));
    }

    private static Challenger challenger(
            String name,
            ToDoubleFunction<double[]> logOdds,
            List<LabelledShopper> rows,
            String scale,
            List<Importance> importance,
            TrainingSettings settings) {
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
                ProbabilityScores.logLoss(said),
                scale,
                importance);
    }

    private static List<Importance> importance(
            FeatureSet features, TreeShap shap, List<LabelledShopper> rows, TrainingSettings settings) {
        List<LabelledShopper> some = evenly(rows, Math.clamp(MOST_NODES / shap.nodes(), 1, MOST_EXPLAINED));
        double[][] byColumn =
                shap.contributions(some.stream().map(LabelledShopper::columns).toList());
        List<double[]> byFeature =
                Arrays.stream(byColumn).map(row -> byFeature(features, row)).toList();
        return Importance.of(features.names(), byFeature, settings.resamples(), settings.seed());
    }

    /** A feature's column and its indicator speak of one thing. */
    private static double[] byFeature(FeatureSet features, double[] byColumn) {
        double[] byFeature = new double[features.size()];
        for (int column = 0; column < byColumn.length; column++) {
            byFeature[features.featureOf(column)] += byColumn[column];
        }
        return byFeature;
    }

    private static List<LabelledShopper> evenly(List<LabelledShopper> all, int most) {
        int stride = Math.max(1, (all.size() + most - 1) / most);
        return IntStream.iterate(0, i -> i < all.size(), i -> i + stride)
                .mapToObj(all::get)
                .toList();
    }
}
