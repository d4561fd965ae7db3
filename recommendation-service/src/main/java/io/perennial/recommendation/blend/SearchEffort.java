package io.perennial.recommendation.blend;

/**
 * What a search may cost. Counted in operations, not in seconds, so that the same data finds the same blend on any machine.
 *
 * @param operations floating-point operations of trainings; each model is trained at least once whatever it takes
 * @param cells cases times items that are scored to try one setting; more cases than that are thinned
 */
public record SearchEffort(double operations, long cells) {

    public SearchEffort {
        if (!(operations >= 0) || cells < 1) {
            throw new IllegalArgumentException("operations are at least 0, cells at least 1");
        }
    }
}
