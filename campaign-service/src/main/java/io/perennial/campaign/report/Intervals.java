package io.perennial.campaign.report;

import org.hipparchus.distribution.continuous.ChiSquaredDistribution;
import org.hipparchus.distribution.continuous.TDistribution;

/** Interval estimates at 95 % confidence, and the sample-ratio test; pure. */
final class Intervals {

    private static final double Z = 1.959963984540054;
    private static final double UPPER = 0.975;

    private Intervals() {}

    /** A proportion's score interval (E. B. Wilson, JASA 22, 1927). */
    static Interval wilson(long successes, long trials) {
        double n = trials;
        double p = successes / n;
        double z2 = Z * Z;
        double centre = (2 * n * p + z2) / (2 * (n + z2));
        double half = Z * Math.sqrt(z2 + 4 * n * p * (1 - p)) / (2 * (n + z2));
        return new Interval(p, Math.max(0, centre - half), Math.min(1, centre + half));
    }

    /**
     * Difference of two independent proportions from their score intervals: method 10 of R. G. Newcombe, "Interval
     * estimation for the difference between independent proportions: comparison of eleven methods", Statistics in Medicine
     * 17, 1998.
     */
    static Interval newcombe(long successes1, long trials1, long successes2, long trials2) {
        Interval first = wilson(successes1, trials1);
        Interval second = wilson(successes2, trials2);
        double difference = first.estimate() - second.estimate();
        double below = Math.hypot(first.estimate() - first.low(), second.high() - second.estimate());
        double above = Math.hypot(first.high() - first.estimate(), second.estimate() - second.low());
        return new Interval(difference, difference - below, difference + above);
    }

    /**
     * Difference of mean revenue a shopper, variances not assumed equal (B. L. Welch, Biometrika 34, 1947).
     *
     * @param first of at least two shoppers, as the second
     */
    static Interval welch(Arm first, Arm second) {
        double a = first.variance() / first.shoppers();
        double b = second.variance() / second.shoppers();
        double difference = first.mean() - second.mean();
        if (a + b == 0) {
            return new Interval(difference, difference, difference);
        }
        double freedom = (a + b) * (a + b) / (a * a / (first.shoppers() - 1) + b * b / (second.shoppers() - 1));
        double half = new TDistribution(freedom).inverseCumulativeProbability(UPPER) * Math.sqrt(a + b);
        return new Interval(difference, difference - half, difference + half);
    }

    /**
     * How likely a split at least this uneven is by chance (Pearson's chi-square, one degree of freedom).
     *
     * @param expectedHeldOut sum of the probabilities with which the shoppers would be held out
     */
    static double sampleRatioP(long treated, long heldOut, double expectedHeldOut) {
        double expectedTreated = treated + heldOut - expectedHeldOut;
        if (expectedHeldOut <= 0 || expectedTreated <= 0) {
            return 1;
        }
        double off = heldOut - expectedHeldOut;
        double chiSquare = off * off / expectedHeldOut + off * off / expectedTreated;
        return 1 - new ChiSquaredDistribution(1).cumulativeProbability(chiSquare);
    }
}
