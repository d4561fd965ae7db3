package io.perennial.churn.treatment;

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
     * How much a shopper's outcome says of churn without us: 0 where a campaign contacted the shopper within the horizon; whom one
     * held out stands for those, too, by the inverse probability of having been left alone (Horvitz and Thompson 1952).
     */
    public static double weight(List<Treatment> treatments, Instant asOf, Duration horizon) {
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
