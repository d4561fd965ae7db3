package io.perennial.recommendation.repurchase;

import java.time.Duration;

/**
 * How long after a purchase shoppers buy a product again.
 *
 * @param early a tenth buys again before
 * @param typical half of them
 * @param late nine tenths
 */
public record Rhythm(Duration early, Duration typical, Duration late) {

    /** Whether somebody who bought so long ago may want it again: not before the early ones, and not for ever. */
    public boolean due(Duration since) {
        return since.compareTo(early) >= 0 && since.compareTo(late.multipliedBy(2)) <= 0;
    }

    /** How near that is to the typical time, 0 to 1: the same whether half or twice of it. */
    public double nearness(Duration since) {
        double ratio = (double) Math.max(1, since.toMillis()) / Math.max(1, typical.toMillis());
        return Math.min(ratio, 1 / ratio);
    }
}
