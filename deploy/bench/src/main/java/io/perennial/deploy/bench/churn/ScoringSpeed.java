package io.perennial.deploy.bench.churn;

import io.perennial.churn.evaluation.Predictions;
import io.perennial.churn.feature.FeatureSet;
import io.perennial.churn.feature.FeatureVector;
import io.perennial.churn.model.LinearModel;
import io.perennial.churn.model.Standardiser;
import io.perennial.churn.scoring.Contributions;
import io.perennial.churn.scoring.Scorer;
import io.perennial.deploy.bench.report.Figure;
import io.perennial.deploy.bench.report.Progress;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * From the service's feature values to a probability, on all cores, through the code that serves; once for the probability alone,
 * once with what each feature contributes and the five strongest named. Words are put together when a reason is shown and are not measured.
 */
final class ScoringSpeed {

    private static final int SHOPPERS = 20_000;
    private static final int SCORINGS = 1_000_000;
    private static final int REASONS = 5;
    private static final int ROUNDS = 7;

    private final Progress progress;

    ScoringSpeed(Progress progress) {
        this.progress = progress;
    }

    List<Figure> measure() {
        List<FeatureVector> shoppers = shoppers();
        List<double[]> columns = shoppers.stream().map(FeatureVector::columns).toList();
        double[] weights = new SplittableRandom(2)
                .doubles(FeatureSet.BUYERS.columns().size(), -0.5, 0.5)
                .toArray();
        Scorer scorer = new Scorer(
                FeatureSet.BUYERS, new LinearModel(Standardiser.fit(columns, weights.length), weights, -0.3));
        double[] plain = new double[ROUNDS];
        double[] explained = new double[ROUNDS];
        for (int round = -2; round < ROUNDS; round++) {
            double score = seconds(shoppers, vector -> Predictions.sigmoid(scorer.logOdds(vector)));
            double explain = seconds(shoppers, vector -> {
                Contributions contributions = scorer.contributions(vector);
                return contributions.probability() + contributions.strongest(REASONS)[0] * 1e-12;
            });
            if (round >= 0) {
                plain[round] = score;
                explained[round] = explain;
            }
        }
        Arrays.sort(plain);
        Arrays.sort(explained);
        double score = plain[ROUNDS / 2];
        double explain = explained[ROUNDS / 2];
        progress.says("  %d scorings of %d features each".formatted(SCORINGS, FeatureSet.BUYERS.size()));
        return List.of(
                new Figure("score_shoppers_per_second", SCORINGS / score),
                new Figure("explain_shoppers_per_second", SCORINGS / explain),
                new Figure("explain_overhead_percent", 100 * (explain / score - 1)));
    }

    private static double seconds(List<FeatureVector> shoppers, ToDoubleFunction<FeatureVector> scoring) {
        int threads = Runtime.getRuntime().availableProcessors();
        long started = System.nanoTime();
        double sum = IntStream.range(0, threads)
                .parallel()
                .mapToDouble(thread -> {
                    double own = 0;
                    for (int i = thread; i < SCORINGS; i += threads) {
                        own += scoring.applyAsDouble(shoppers.get(i % SHOPPERS));
                    }
                    return own;
                })
                .sum();
        if (!(sum > 0)) {
            throw new IllegalStateException("probabilities are positive");
        }
        return (System.nanoTime() - started) / 1e9;
    }

    private static List<FeatureVector> shoppers() {
        return IntStream.range(0, SHOPPERS)
                .mapToObj(number -> FeatureSet.BUYERS
                        .extract(SomeHistories.of(number), SomeHistories.NOW)
                        .orElseThrow())
                .toList();
    }
}
