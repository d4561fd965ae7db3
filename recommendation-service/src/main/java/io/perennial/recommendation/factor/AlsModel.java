package io.perennial.recommendation.factor;

import io.perennial.recommendation.algebra.SymmetricEigen;

/** Items as points on their own principal axes: four bytes a factor of each. Immutable. */
public final class AlsModel {

    private final AlsParameters parameters;
    private final Points items;
    private final float[] spectrum;

    /** Takes the points over, and turns them. */
    AlsModel(AlsParameters parameters, Points items) {
        this.parameters = parameters;
        this.items = items;
        SymmetricEigen axes = items.axes();
        items.turn(axes);
        spectrum = items.spectrum(axes);
    }

    public int items() {
        return items.count();
    }

    AlsParameters parameters() {
        return parameters;
    }

    Points points() {
        return items;
    }

    /** The sum of squares along each axis, that every shopper's equation shares. */
    float[] spectrum() {
        return spectrum;
    }
}
