package io.perennial.churn.watch;

import io.perennial.churn.treatment.Treatment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What was said of a shopper, and what came true.
 *
 * @param weight 0 where a campaign contacted the shopper meanwhile; whom it held out stands for those, too
 */
record Outcome(double probability, boolean churned, double weight) {

    private static final double HEAVIEST = 20;

    /** How much a shopper says of churn without us: inverse probability of having been left alone (Horvitz and Thompson 1952). */
    static double weight(List<Treatment> treatments, Instant asOf, Duration horizon) {
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
