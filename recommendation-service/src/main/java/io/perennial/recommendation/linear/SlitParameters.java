package io.perennial.recommendation.linear;

import java.util.List;

/**
 * What shapes a SLIT model. Decays are in steps: what lies n steps away counts exp(−n / decay).
 *
 * @param sourceDecay of what came before
 * @param targetDecay of what came after
 * @param ridge added to each item's weight of evidence, in steps of the average length
 * @param lengthPower a step of n products before and m after counts √(n m) to the power of minus this in each cell: 0 takes them as they are, 0.5 scales each
 *     to length one
 */
public record SlitParameters(double sourceDecay, double targetDecay, double ridge, double lengthPower)
        implements LinearParameters {

    public SlitParameters {
        if (!(sourceDecay > 0) || !(targetDecay > 0) || !(ridge > 0) || !(lengthPower >= 0)) {
            throw new IllegalArgumentException("decays and the ridge are above 0, the power at least 0");
        }
    }

    @Override
    public String model() {
        return "slit";
    }

    @Override
    public boolean dense() {
        return true;
    }

    @Override
    public List<LinearParameters> nearby() {
        return List.of(
                new SlitParameters(sourceDecay, targetDecay, ridge * 2, lengthPower),
                new SlitParameters(sourceDecay, targetDecay, ridge / 2, lengthPower),
                new SlitParameters(sourceDecay, targetDecay, ridge, lengthPower + 0.25),
                new SlitParameters(sourceDecay, targetDecay, ridge, Math.max(0, lengthPower - 0.25)),
                new SlitParameters(sourceDecay * 1.5, targetDecay, ridge, lengthPower),
                new SlitParameters(sourceDecay, targetDecay * 2, ridge, lengthPower),
                new SlitParameters(sourceDecay / 1.5, targetDecay, ridge, lengthPower),
                new SlitParameters(sourceDecay, targetDecay / 2, ridge, lengthPower));
    }
}
