package io.perennial.recommendation.experiment;

import io.perennial.recommendation.attribution.ArmMoments;
import io.perennial.recommendation.experiment.Experiment.Guardrail;
import io.perennial.recommendation.statistics.Comparison;
import io.perennial.recommendation.statistics.Comparison.Validity;
import io.perennial.recommendation.statistics.Distributions;
import io.perennial.recommendation.statistics.Interval;
import io.perennial.recommendation.statistics.Ratio;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an A/B experiment says, in numbers and in one sentence. All comparisons with the control together are wrong with at
 * most 5 % probability (Bonferroni over the arms).
 *
 * @param code one of {@code not-enough-data mistrust better worse no-difference-shown guardrail-broken}
 * @param winner the arm that is better; null where none is
 */
record Verdict(
        String code,
        String text,
        @Nullable String winner,
        List<Compared> comparisons,
        @Nullable SampleRatio sampleRatio) {

    static final double ALPHA = 0.05;
    private static final double SUSPICIOUS = 0.001;
    private static final long FEWEST_SHOPPERS = 100;
    private static final long FEWEST_SUCCESSES = 30;

    /** An arm's metric less the control's; {@code guardrail} says held, broken or open, and is null of what decides. */
    record Compared(
            String arm,
            Metric metric,
            double control,
            double value,
            Interval difference,
            @Nullable String guardrail) {}

    /** Whether as many shoppers are in each arm as the draw gives: Pearson's χ², suspicious under 0.001. */
    record SampleRatio(double p, boolean ok) {}

    /** Says it of the arms' sums; those held out may be among them. */
    static Verdict of(Experiment experiment, Map<String, ArmMoments> arms) {
        SampleRatio ratio = sampleRatio(experiment, arms);
        ArmMoments control = arms.get(experiment.arms().getFirst().name());
        if (!ratio.ok()) {
            return new Verdict(
                    "mistrust",
                    "do not trust it: the arms' sizes are not what the draw gives, so something removes shoppers of one arm",
                    null,
                    List.of(),
                    ratio);
        }
        String missing = missing(experiment, arms);
        if (control == null || missing != null) {
            String text = "not enough data: " + (missing == null ? "the control has no shoppers" : missing);
            return new Verdict("not-enough-data", text, null, List.of(), ratio);
        }
        Validity validity = validity(experiment);
        double alpha = ALPHA / (experiment.arms().size() - 1);
        List<Compared> compared = new ArrayList<>();
        for (Experiment.Arm arm : experiment.arms().subList(1, experiment.arms().size())) {
            ArmMoments moments = arms.get(arm.name());
            if (moments != null) {
                compared.add(compare(experiment.metric(), control, moments, validity, alpha, null));
                for (Guardrail guardrail : experiment.guardrails()) {
                    compared.add(compare(guardrail.metric(), control, moments, validity, alpha, guardrail));
                }
            }
        }
        return decide(experiment, compared, ratio);
    }

    static Validity validity(Experiment experiment) {
        return experiment.plannedShoppers() == null ? Validity.ALWAYS_VALID : Validity.FIXED_HORIZON;
    }

    private static Verdict decide(Experiment experiment, List<Compared> compared, SampleRatio ratio) {
        for (Compared one : compared) {
            if ("broken".equals(one.guardrail)) {
                String text = "stop " + one.arm + ": it harms " + one.metric.wire() + ", " + words(one);
                return new Verdict("guardrail-broken", text, null, compared, ratio);
            }
        }
        Compared best = null;
        Compared worse = null;
        for (Compared one : compared) {
            if (one.guardrail == null && one.difference.isAbove(0)) {
                best = best == null || one.value > best.value ? one : best;
            } else if (one.guardrail == null && one.difference.isBelow(0)) {
                worse = one;
            }
        }
        if (best != null) {
            String arm = best.arm;
            boolean open = compared.stream().anyMatch(one -> one.arm.equals(arm) && "open".equals(one.guardrail));
            String text =
                    arm + " is better than " + experiment.arms().getFirst().name() + ": " + words(best)
                            + (open ? "; a guardrail is still open" : "");
            return new Verdict("better", text, arm, compared, ratio);
        }
        if (worse != null) {
            String text =
                    worse.arm + " is worse than " + experiment.arms().getFirst().name() + ": " + words(worse);
            return new Verdict("worse", text, null, compared, ratio);
        }
        return new Verdict(
                "no-difference-shown", "no difference shown: the interval contains zero", null, compared, ratio);
    }

    private static Compared compare(
            Metric metric,
            ArmMoments control,
            ArmMoments arm,
            Validity validity,
            double alpha,
            @Nullable Guardrail guardrail) {
        Ratio base = metric.ratio(control);
        Ratio other = metric.ratio(arm);
        Interval difference = Comparison.of(base, other, validity, alpha);
        String held = null;
        if (guardrail != null) {
            double allowed = -guardrail.mayFall() * base.value();
            held = difference.low() >= allowed ? "held" : difference.isBelow(allowed) ? "broken" : "open";
        }
        return new Compared(arm.arm(), metric, base.value(), other.value(), difference, held);
    }

    private static @Nullable String missing(Experiment experiment, Map<String, ArmMoments> arms) {
        long all = 0;
        for (Experiment.Arm arm : experiment.arms()) {
            ArmMoments moments = arms.get(arm.name());
            if (moments == null || moments.shoppers() < FEWEST_SHOPPERS) {
                return "each arm needs at least " + FEWEST_SHOPPERS + " shoppers; " + arm.name() + " has "
                        + (moments == null ? 0 : moments.shoppers());
            }
            all += moments.shoppers();
        }
        double successes = arms.values().stream()
                .mapToDouble(experiment.metric()::successes)
                .sum();
        if (successes < FEWEST_SUCCESSES) {
            return "the metric needs at least " + FEWEST_SUCCESSES + " successes; there are " + (long) successes;
        }
        Long planned = experiment.plannedShoppers();
        return planned != null && all < planned ? all + " of " + planned + " planned shoppers" : null;
    }

    private static SampleRatio sampleRatio(Experiment experiment, Map<String, ArmMoments> arms) {
        double[] shares = experiment.shares();
        double all = arms.values().stream().mapToDouble(ArmMoments::shoppers).sum();
        double chiSquare = 0;
        for (int i = 0; i < shares.length; i++) {
            chiSquare += term(arms.get(experiment.arms().get(i).name()), all * shares[i] * (1 - experiment.holdOut()));
        }
        if (experiment.holdOut() > 0) {
            chiSquare += term(arms.get(Experiment.HOLD_OUT), all * experiment.holdOut());
        }
        int groups = shares.length + (experiment.holdOut() > 0 ? 1 : 0);
        double p = all == 0 ? 1 : Distributions.chiSquareTail(chiSquare, groups - 1);
        return new SampleRatio(p, p >= SUSPICIOUS);
    }

    private static double term(@Nullable ArmMoments arm, double expected) {
        double off = (arm == null ? 0 : arm.shoppers()) - expected;
        return expected == 0 ? 0 : off * off / expected;
    }

    private static String words(Compared compared) {
        Interval difference = compared.difference;
        return String.format(
                Locale.ROOT,
                "%s %.4g against %.4g, a difference between %+.3g and %+.3g",
                compared.metric.wire(),
                compared.value,
                compared.control,
                difference.low(),
                difference.high());
    }
}
