package io.perennial.churn.fairness;

import io.perennial.churn.evaluation.Interval;
import java.util.Locale;

/**
 * One measure of one group against everybody else.
 *
 * @param shoppers of the group that the measure speaks of
 * @param value of the group
 * @param others the same of everybody else
 * @param difference the group's less the others', with its 95 % interval
 * @param pValue that the difference is beyond the bound by chance alone, corrected by Holm for all that was looked at
 * @param flagged beyond the bound, and not by chance
 */
public record FairnessCheck(
        String trait,
        String group,
        Measure measure,
        int shoppers,
        double value,
        double others,
        Interval difference,
        double pValue,
        boolean flagged) {

    /** What may differ. */
    public enum Measure {
        /** Of those whose outcome did not come to be, the share for whom it was said to (from .5). */
        FALSE_ALARMS,
        /** Of those for whom it came to be, the share for whom it was said not to. */
        MISSES,
        /** Mean probability less the share for whom it came to be. */
        CALIBRATION;

        /** As the wire has it. */
        public String wire() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
