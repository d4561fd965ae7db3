package io.perennial.churn.retention;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The share still there by time, those still lasting counted as long as they are known (Kaplan and Meier 1958), with Greenwood's
 * standard error and a 95 % interval on the log(−log) scale, which stays between 0 and 1.
 */
final class KaplanMeier {

    private static final double Z_95 = 1.959964;

    private KaplanMeier() {}

    /**
     * The curve where it steps.
     *
     * @param atRisk who was there just before
     * @param standardError Greenwood's, of the survival
     */
    record Step(double days, int atRisk, int ended, double survival, double standardError, double low, double high) {}

    /** A step at each time at which somebody left, ascending; a lifetime censored at that very time counts as there. */
    static List<Step> of(List<Lifetime> lifetimes) {
        List<Lifetime> ascending = lifetimes.stream()
                .sorted(Comparator.comparingDouble(Lifetime::days))
                .toList();
        List<Step> steps = new ArrayList<>();
        double survival = 1;
        double greenwood = 0;
        int i = 0;
        while (i < ascending.size()) {
            double days = ascending.get(i).days();
            int atRisk = ascending.size() - i;
            int ended = 0;
            for (; i < ascending.size() && ascending.get(i).days() == days; i++) {
                ended += ascending.get(i).ended() ? 1 : 0;
            }
            if (ended > 0) {
                survival *= 1 - (double) ended / atRisk;
                greenwood += (double) ended / ((double) atRisk * (atRisk - ended));
                double before = steps.isEmpty() ? 1 : steps.getLast().high();
                steps.add(step(days, atRisk, ended, survival, greenwood, before));
            }
        }
        return List.copyOf(steps);
    }

    /** Where the last known leaves nothing is known of how many would have stayed: the bound of before holds. */
    private static Step step(double days, int atRisk, int ended, double survival, double greenwood, double highBefore) {
        if (survival == 0) {
            return new Step(days, atRisk, ended, 0, 0, 0, highBefore);
        }
        double width = Z_95 * Math.sqrt(greenwood) / Math.abs(Math.log(survival));
        return new Step(
                days,
                atRisk,
                ended,
                survival,
                survival * Math.sqrt(greenwood),
                Math.pow(survival, Math.exp(width)),
                Math.pow(survival, Math.exp(-width)));
    }
}
