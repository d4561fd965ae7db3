package io.perennial.churn.scoring;

import io.perennial.churn.evaluation.Predictions;
import io.perennial.churn.feature.FeatureVector;
import io.perennial.churn.feature.Features;
import io.perennial.churn.model.LinearModel;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A score taken apart: {@code baseline + Σ contributions = log-odds}.
 *
 * @param baseline the log-odds of an average shopper
 * @param reasons of every feature, the largest effect in either direction first
 */
public record Explanation(double probability, double logOdds, double baseline, List<Reason> reasons) {

    /** Scores one shopper and says why, feature by feature. */
    public static Explanation of(LinearModel model, FeatureVector features) {
        return of(model, features, Features.ALL.size());
    }

    /** As {@link #of(LinearModel, FeatureVector)}, but only so many reasons; words are what costs. */
    static Explanation of(LinearModel model, FeatureVector features, int most) {
        double[] columns = features.columns();
        double[] contributions = new double[Features.ALL.size()];
        for (int column = 0; column < columns.length; column++) {
            contributions[Features.featureOf(column)] += model.contribution(column, columns[column]);
        }
        List<Reason> reasons = IntStream.range(0, contributions.length)
                .boxed()
                .sorted(Comparator.comparingDouble(feature -> -Math.abs(contributions[feature])))
                .limit(most)
                .map(feature -> reason(features, feature, contributions[feature]))
                .toList();
        double logOdds = model.logOdds(columns);
        return new Explanation(Predictions.sigmoid(logOdds), logOdds, model.intercept(), reasons);
    }

    private static Reason reason(FeatureVector features, int feature, double contribution) {
        return new Reason(
                Features.ALL.get(feature).name(),
                features.missing(feature) ? null : (Double) features.value(feature),
                contribution,
                features.text(feature));
    }
}
