package io.perennial.recommendation.factor;

/** Items as points: four bytes a factor of each. Immutable. */
public final class AlsModel {

    private final AlsParameters parameters;
    private final float[] items;
    private final float[] gram;

    AlsModel(AlsParameters parameters, float[] items) {
        this.parameters = parameters;
        this.items = items;
        gram = NormalEquation.gram(items, parameters.factors());
    }

    public int items() {
        return items.length / parameters.factors();
    }

    AlsParameters parameters() {
        return parameters;
    }

    float[] points() {
        return items;
    }

    /** The items' own products, that every shopper's equation shares. */
    float[] gram() {
        return gram;
    }
}
