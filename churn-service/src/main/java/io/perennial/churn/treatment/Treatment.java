package io.perennial.churn.treatment;

import io.perennial.churn.label.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A campaign's decision that shows in outcomes.
 *
 * @param sent whether the shopper was contacted; otherwise held out to compare with
 * @param propensity with which the shopper came into that part, from above 0 to 1
 */
public record Treatment(boolean sent, double propensity, Instant decidedAt) {

    private static final double HEAVIEST = 20;

    /**
     * How much a shopper's outcome says of the target without us: 0 where a campaign contacted the shopper within the horizon; whom one
     * held out stands for those, too, by the inverse probability of having been left alone (Horvitz and Thompson 1952). 1 where a
     * contact does not change the outcome.
     */
    public static double weight(Target target, List<Treatment> treatments, Instant asOf, Duration horizon) {
        if (!target.changedByContact()) {
            return 1;
        }
        double weight = 1;
        for (Treatment treatment : treatments) {
            if (treatment.decidedAt().isBefore(asOf) || treatment.decidedAt().isAfter(asOf.plus(horizon))) {
                continue;
            }
            if (treatment.sent()) {
                return 0;
            }
            weight /= Math.max(treatment.propensity(), 1 / HEAVIEST);
        }
        return Math.min(weight, HEAVIEST);
    }
}
