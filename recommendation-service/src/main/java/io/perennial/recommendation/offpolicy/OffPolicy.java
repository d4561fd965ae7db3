package io.perennial.recommendation.offpolicy;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** Off-policy estimators of a target policy's mean reward, over decisions that are independent of each other. */
public final class OffPolicy {

    private static final double Z = 1.959963984540054;

    private OffPolicy() {}

    /**
     * Inverse propensity scoring (D. G. Horvitz and D. J. Thompson, JASA 47, 1952): unbiased, of high variance where
     * propensities are small.
     *
     * @throws IllegalArgumentException of fewer than two decisions, as the others
     */
    public static Estimate ips(List<LoggedDecision> log) {
        return mean(log, decision -> decision.weight() * decision.reward());
    }

    /**
     * Self-normalised inverse propensity scoring (A. Swaminathan and T. Joachims, "The Self-Normalized Estimator for
     * Counterfactual Learning", NIPS 2015): weights divided by their sum; slightly biased, of lower variance, and never
     * outside the range of rewards. Interval by the delta method.
     */
    public static Estimate snips(List<LoggedDecision> log) {
        requireTwo(log);
        double weights = 0;
        double weighed = 0;
        for (LoggedDecision decision : log) {
            weights += decision.weight();
            weighed += decision.weight() * decision.reward();
        }
        if (weights == 0) {
            return new Estimate(Double.NaN, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, log.size(), 0);
        }
        double value = weighed / weights;
        double squares = 0;
        for (LoggedDecision decision : log) {
            double off = decision.weight() * (decision.reward() - value);
            squares += off * off;
        }
        double n = log.size();
        double half = Z * Math.sqrt(squares * n / (n - 1)) / weights;
        return new Estimate(value, value - half, value + half, log.size(), effective(log));
    }

    /**
     * Doubly robust (M. Dudík, J. Langford and L. Li, "Doubly Robust Policy Evaluation and Learning", ICML 2011): a reward
     * model corrected by inverse propensities; unbiased where either is right.
     */
    public static Estimate doublyRobust(List<LoggedDecision> log) {
        return mean(
                log, decision -> decision.expected() + decision.weight() * (decision.reward() - decision.predicted()));
    }

    private static Estimate mean(List<LoggedDecision> log, ToDoubleFunction<LoggedDecision> term) {
        requireTwo(log);
        double n = log.size();
        double mean = log.stream().mapToDouble(term).sum() / n;
        double squares = 0;
        for (LoggedDecision decision : log) {
            double off = term.applyAsDouble(decision) - mean;
            squares += off * off;
        }
        double half = Z * Math.sqrt(squares / (n - 1) / n);
        return new Estimate(mean, mean - half, mean + half, log.size(), effective(log));
    }

    private static double effective(List<LoggedDecision> log) {
        double sum = 0;
        double squares = 0;
        for (LoggedDecision decision : log) {
            sum += decision.weight();
            squares += decision.weight() * decision.weight();
        }
        return squares == 0 ? 0 : sum * sum / squares;
    }

    private static void requireTwo(List<LoggedDecision> log) {
        if (log.size() < 2) {
            throw new IllegalArgumentException("an interval needs two decisions at least");
        }
    }
}
