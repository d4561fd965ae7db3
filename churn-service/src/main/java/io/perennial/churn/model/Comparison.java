package io.perennial.churn.model;

import io.perennial.churn.evaluation.Interval;
import java.time.Instant;

/**
 * A challenger beside the champion, both asked about the same shoppers of a window later than what the challenger learnt from.
 *
 * @param champion id of the model compared with
 * @param asOf of the later window
 * @param challengerLogLoss cross-fitted where it was recalibrated on that window
 * @param championLogLoss as it serves
 * @param aucGain AUC of the challenger less that of the champion, with the interval of paired resamples
 */
public record Comparison(
        String champion,
        Instant asOf,
        int shoppers,
        double challengerLogLoss,
        double championLogLoss,
        Interval aucGain) {

    /** Whether the challenger is the one to serve: the lower log-loss, a tie being the champion's. */
    public boolean better() {
        return challengerLogLoss < championLogLoss;
    }
}
