package io.perennial.recommendation.experiment;

import io.perennial.recommendation.attribution.LoggedOutcome;
import io.perennial.recommendation.attribution.Tally;
import io.perennial.recommendation.bandit.BetaPosterior;
import io.perennial.recommendation.bandit.ThompsonSampling;
import io.perennial.recommendation.offpolicy.Estimate;
import io.perennial.recommendation.offpolicy.LoggedDecision;
import io.perennial.recommendation.offpolicy.OffPolicy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a bandit knows of its arms, and what always choosing one of them would bring: plain averages of an arm chosen the more
 * the luckier it was are biased, the estimates from logged propensities are not.
 */
record BanditReport(String text, List<ArmReport> arms) {

    private static final int FEWEST = 30;

    /**
     * An arm; the estimates are null where too little is logged for them.
     *
     * @param rate mean of the posterior
     * @param probabilityBest of being the best arm
     * @param probability of being chosen now
     */
    record ArmReport(
            String arm,
            long seen,
            long successes,
            double rate,
            double probabilityBest,
            double probability,
            @Nullable Estimate ips,
            @Nullable Estimate snips,
            @Nullable Estimate doublyRobust) {}

    static List<BetaPosterior> posteriors(Experiment experiment, Map<String, Tally> tallies) {
        return experiment.arms().stream()
                .map(arm -> {
                    Tally tally = tallies.getOrDefault(arm.name(), Tally.NONE);
                    long successes = Math.clamp(experiment.metric().successes(tally), 0, tally.seen());
                    return new BetaPosterior(successes, tally.seen() - successes);
                })
                .toList();
    }

    /** From the sums by arm, and the newest recommendations with what has come of them so far. */
    static BanditReport of(Experiment experiment, Map<String, Tally> tallies, List<LoggedOutcome> log) {
        List<BetaPosterior> posteriors = posteriors(experiment, tallies);
        double[] best = ThompsonSampling.probabilities(posteriors, 0);
        double[] chosen = ThompsonSampling.probabilities(posteriors, experiment.exploration());
        Map<String, Double> predicted = means(experiment, log);
        List<ArmReport> arms = new ArrayList<>();
        int leader = 0;
        for (int i = 0; i < best.length; i++) {
            leader = best[i] > best[leader] ? i : leader;
            String name = experiment.arms().get(i).name();
            List<LoggedDecision> decisions = decisions(experiment, name, log, predicted);
            boolean enough = decisions.size() > 1 && OffPolicy.ips(decisions).effective() >= FEWEST;
            BetaPosterior posterior = posteriors.get(i);
            arms.add(new ArmReport(
                    name,
                    (long) (posterior.successes() + posterior.failures()),
                    (long) posterior.successes(),
                    posterior.mean(),
                    best[i],
                    chosen[i],
                    enough ? OffPolicy.ips(decisions) : null,
                    enough ? OffPolicy.snips(decisions) : null,
                    enough ? OffPolicy.doublyRobust(decisions) : null));
        }
        long seen = arms.stream().mapToLong(ArmReport::seen).sum();
        String text = seen == 0
                ? "not enough data: no recommendation of this experiment was seen yet"
                : "%s leads: it is the best arm with probability %.3f"
                        .formatted(experiment.arms().get(leader).name(), best[leader]);
        return new BanditReport(text, arms);
    }

    private static List<LoggedDecision> decisions(
            Experiment experiment, String target, List<LoggedOutcome> log, Map<String, Double> predicted) {
        double expected = predicted.getOrDefault(target, 0.0);
        return log.stream()
                .filter(logged -> predicted.containsKey(logged.arm()))
                .map(logged -> new LoggedDecision(
                        // Of those not held out: only among them is the arm a choice.
                        Math.min(1, logged.propensity() / (1 - experiment.holdOut())),
                        logged.arm().equals(target) ? 1 : 0,
                        experiment.metric().reward(logged),
                        predicted.getOrDefault(logged.arm(), 0.0),
                        expected))
                .toList();
    }

    /** The reward model is the simplest there is: an arm's mean. Those held out have none. */
    private static Map<String, Double> means(Experiment experiment, List<LoggedOutcome> log) {
        Map<String, Double> sums = new HashMap<>();
        Map<String, Integer> counts = new HashMap<>();
        for (LoggedOutcome logged : log) {
            if (experiment.arms().stream().anyMatch(arm -> arm.name().equals(logged.arm()))) {
                sums.merge(logged.arm(), experiment.metric().reward(logged), Double::sum);
                counts.merge(logged.arm(), 1, Integer::sum);
            }
        }
        sums.replaceAll((arm, sum) -> sum / counts.getOrDefault(arm, 1));
        return sums;
    }
}
