package io.perennial.recommendation.linear;

import java.util.List;

/**
 * What shapes a transition model. Decays are in steps.
 *
 * @param sourceDecay of what came before
 * @param targetDecay of what came after
 * @param sourcePower how much the number of transitions from the source item is divided out, 0 to 1
 * @param targetPower how much that to the target item is
 */
public record TransitionParameters(double sourceDecay, double targetDecay, double sourcePower, double targetPower)
        implements LinearParameters {

    public TransitionParameters {
        if (!(sourceDecay > 0)
                || !(targetDecay > 0)
                || !(sourcePower >= 0 && sourcePower <= 1)
                || !(targetPower >= 0 && targetPower <= 1)) {
            throw new IllegalArgumentException("decays are above 0, powers from 0 to 1");
        }
    }

    @Override
    public String model() {
        return "transitions";
    }

    @Override
    public boolean dense() {
        return false;
    }

    @Override
    public List<LinearParameters> nearby() {
        return List.of(
                new TransitionParameters(sourceDecay, targetDecay, Math.min(1, sourcePower + 0.25), targetPower),
                new TransitionParameters(sourceDecay, targetDecay, Math.max(0, sourcePower - 0.25), targetPower),
                new TransitionParameters(sourceDecay, targetDecay, sourcePower, Math.min(1, targetPower + 0.25)),
                new TransitionParameters(sourceDecay, targetDecay, sourcePower, Math.max(0, targetPower - 0.25)),
                new TransitionParameters(sourceDecay * 2, targetDecay, sourcePower, targetPower),
                new TransitionParameters(sourceDecay / 2, targetDecay, sourcePower, targetPower),
                new TransitionParameters(sourceDecay, targetDecay * 2, sourcePower, targetPower),
                new TransitionParameters(sourceDecay, targetDecay / 2, sourcePower, targetPower));
    }
}
