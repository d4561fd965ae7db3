package io.perennial.recommendation.linear;

import java.util.List;

/**
 * What shapes a co-occurrence model; both powers one half make it the cosine.
 *
 * @param sourcePower how much the source item's number of shoppers is divided out, 0 to 1
 * @param targetPower how much the target item's is
 * @param lengthPower a row of n counts n to the power of minus this in each cell: 0 takes them as they are, 0.5 scales each
 *     to length one
 */
public record CoOccurrenceParameters(double sourcePower, double targetPower, double lengthPower)
        implements LinearParameters {

    public CoOccurrenceParameters {
        if (!(sourcePower >= 0 && sourcePower <= 1) || !(targetPower >= 0 && targetPower <= 1) || !(lengthPower >= 0)) {
            throw new IllegalArgumentException("powers are from 0 to 1");
        }
    }

    @Override
    public String model() {
        return "co-occurrence";
    }

    @Override
    public boolean dense() {
        return false;
    }

    @Override
    public List<LinearParameters> nearby() {
        return List.of(
                new CoOccurrenceParameters(Math.min(1, sourcePower + 0.25), targetPower, lengthPower),
                new CoOccurrenceParameters(Math.max(0, sourcePower - 0.25), targetPower, lengthPower),
                new CoOccurrenceParameters(sourcePower, Math.min(1, targetPower + 0.25), lengthPower),
                new CoOccurrenceParameters(sourcePower, Math.max(0, targetPower - 0.25), lengthPower),
                new CoOccurrenceParameters(sourcePower, targetPower, lengthPower + 0.25),
                new CoOccurrenceParameters(sourcePower, targetPower, Math.max(0, lengthPower - 0.25)));
    }
}
