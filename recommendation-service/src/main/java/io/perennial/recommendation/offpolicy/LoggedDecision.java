package io.perennial.recommendation.offpolicy;

/**
 * A decision that was made by chance with known probability, and what came of it, beside a target policy.
 *
 * @param propensity with which the logged action was chosen, in (0, 1]
 * @param target probability with which the target policy would have chosen the same action there
 * @param reward of the logged action
 * @param predicted reward of the logged action by a reward model; used by the doubly robust estimator only
 * @param expected reward of the target policy there by the reward model: predictions weighed by its probabilities
 */
public record LoggedDecision(double propensity, double target, double reward, double predicted, double expected) {

    public LoggedDecision {
        if (!(propensity > 0 && propensity <= 1) || !(target >= 0 && target <= 1)) {
            throw new IllegalArgumentException(
                    "a propensity lies in (0, 1] and a target in [0, 1]: " + propensity + ", " + target);
        }
    }

    double weight() {
        return target / propensity;
    }
}
