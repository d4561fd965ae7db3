package io.perennial.recommendation.experiment;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.perennial.recommendation.attribution.ArmMoments;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came of an experiment, as of a time. Of fixed shares: arms and comparisons; of a bandit: arms and estimates.
 *
 * @param validity how the intervals may be used
 * @param confidence of all comparisons together
 * @param verdict the same in one sentence
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ExperimentReport(
        String experiment,
        String state,
        Instant asOf,
        Metric metric,
        @Nullable String validity,
        @Nullable Double confidence,
        @Nullable List<ArmReport> arms,
        @Nullable List<Verdict.Compared> comparisons,
        Verdict.@Nullable SampleRatio sampleRatio,
        @Nullable BanditReport bandit,
        String code,
        String verdict) {

    /** An arm's shoppers and metrics; {@code hold-out} are those who got the placement as it is. */
    record ArmReport(
            String arm,
            long shoppers,
            double seen,
            double clickRate,
            double cartRate,
            double conversion,
            double revenuePerShopper) {

        static ArmReport of(ArmMoments arm) {
            return new ArmReport(
                    arm.arm(),
                    arm.shoppers(),
                    arm.seen(),
                    Metric.CLICK_RATE.ratio(arm).value(),
                    Metric.CART_RATE.ratio(arm).value(),
                    Metric.CONVERSION.ratio(arm).value(),
                    Metric.REVENUE_PER_SHOPPER.ratio(arm).value());
        }
    }

    static ExperimentReport of(Experiment experiment, Map<String, ArmMoments> moments, Instant asOf) {
        Verdict verdict = Verdict.of(experiment, moments);
        List<ArmReport> arms = new ArrayList<>();
        moments.values().forEach(arm -> arms.add(ArmReport.of(arm)));
        return new ExperimentReport(
                experiment.name(),
                experiment.state().wire(),
                asOf,
                experiment.metric(),
                Verdict.validity(experiment).text(),
                1 - Verdict.ALPHA,
                arms,
                verdict.comparisons(),
                verdict.sampleRatio(),
                null,
                verdict.code(),
                verdict.text());
    }

    static ExperimentReport of(Experiment experiment, BanditReport bandit, Instant asOf) {
        return new ExperimentReport(
                experiment.name(),
                experiment.state().wire(),
                asOf,
                experiment.metric(),
                null,
                null,
                null,
                null,
                null,
                bandit,
                "bandit",
                bandit.text());
    }
}
