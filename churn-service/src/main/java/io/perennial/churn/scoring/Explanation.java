package io.perennial.churn.scoring;

import io.perennial.churn.evaluation.Predictions;
import io.perennial.churn.feature.FeatureVector;
import io.perennial.churn.feature.Features;
import io.perennial.churn.model.LinearModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A score taken apart: {@code baseline + Σ contributions = log-odds}.
 *
 * @param baseline the log-odds of an average shopper
 * @param reasons of every feature, the largest effect in either direction first
 */
public record Explanation(double probability, double logOdds, double baseline, List<Reason> reasons) {

    /** Scores one shopper and says why. */
    public static Explanation of(LinearModel model, FeatureVector features) {
        double[] columns = features.columns();
        double[] contributions = new double[Features.ALL.size()];
        for (int column = 0; column < columns.length; column++) {
            contributions[Features.featureOf(column)] += model.contribution(column, columns[column]);
        }
        List<Reason> reasons = new ArrayList<>(contributions.length);
        for (int feature = 0; feature < contributions.length; feature++) {
            reasons.add(new Reason(
                    Features.ALL.get(feature).name(),
                    features.missing(feature) ? null : (Double) features.value(feature),
                    contributions[feature],
                    features.text(feature)));
        }
        reasons.sort(Comparator.comparingDouble((Reason reason) -> -Math.abs(reason.contribution())));
        double logOdds = model.logOdds(columns);
        return new Explanation(Predictions.sigmoid(logOdds), logOdds, model.intercept(), List.copyOf(reasons));
    }
}
