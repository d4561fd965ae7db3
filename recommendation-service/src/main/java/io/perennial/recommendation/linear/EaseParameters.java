package io.perennial.recommendation.linear;

import java.util.List;

/**
 * What shapes an EASE model.
 *
 * @param ridge added to each item's weight of evidence, in shoppers of the average length
 * @param ownRidge added to it as a share of the item's own shoppers: the dropout of Steck, "Autoencoders that don't overfit
 *     towards the identity", NeurIPS 2020; 0.5 is a dropout of a third
 * @param lengthPower a row of n counts n to the power of minus this in each cell: 0 takes them as they are, 0.5 scales each
 *     to length one
 */
public record EaseParameters(double ridge, double ownRidge, double lengthPower) implements LinearParameters {

    public EaseParameters {
        if (!(ridge > 0) || !(ownRidge >= 0) || !(lengthPower >= 0)) {
            throw new IllegalArgumentException("the ridge is above 0, its share and the power at least 0");
        }
    }

    @Override
    public String model() {
        return "ease";
    }

    @Override
    public boolean dense() {
        return true;
    }

    @Override
    public List<LinearParameters> nearby() {
        return List.of(
                new EaseParameters(ridge * 2, ownRidge, lengthPower),
                new EaseParameters(ridge / 2, ownRidge, lengthPower),
                new EaseParameters(ridge, ownRidge, lengthPower + 0.25),
                new EaseParameters(ridge, ownRidge, Math.max(0, lengthPower - 0.25)),
                new EaseParameters(ridge, ownRidge + 0.5, lengthPower),
                new EaseParameters(ridge, Math.max(0, ownRidge - 0.5), lengthPower));
    }
}
