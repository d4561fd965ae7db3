package io.perennial.churn.scoring;

import io.perennial.churn.feature.FeatureVector;
import java.util.Arrays;
import java.util.List;

/**
 * A score taken apart: {@code baseline + Σ contributions = log-odds}.
 *
 * @param baseline the log-odds of an average shopper
 * @param reasons of every feature, the largest effect in either direction first
 */
public record Explanation(double probability, double logOdds, double baseline, List<Reason> reasons) {

    /** Scores one shopper and says why, feature by feature. */
    public static Explanation of(Scorer scorer, FeatureVector features) {
        return of(scorer, features, features.set().size());
    }

    /** As {@link #of(Scorer, FeatureVector)}, but only so many reasons; words are what costs. */
    static Explanation of(Scorer scorer, FeatureVector features, int most) {
        Contributions contributions = scorer.contributions(features);
        List<Reason> reasons = Arrays.stream(contributions.strongest(most))
                .mapToObj(feature -> reason(features, feature, contributions.of(feature)))
                .toList();
        return new Explanation(contributions.probability(), contributions.logOdds(), scorer.baseline(), reasons);
    }

    private static Reason reason(FeatureVector features, int feature, double contribution) {
        return new Reason(
                features.set().names().get(feature),
                features.missing(feature) ? null : (Double) features.value(feature),
                contribution,
                features.text(feature));
    }
}
