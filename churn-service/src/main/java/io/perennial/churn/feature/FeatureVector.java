package io.perennial.churn.feature;

import org.jspecify.annotations.Nullable;

/** The values of a {@link FeatureSet} of one shopper as of one time, in their order; NaN is missing. */
public final class FeatureVector {

    private final FeatureSet set;
    private final double[] values;

    FeatureVector(FeatureSet set, double[] values) {
        this.set = set;
        this.values = values;
    }

    /** What it is the values of. */
    public FeatureSet set() {
        return set;
    }

    public boolean missing(int feature) {
        return Double.isNaN(values[feature]);
    }

    /** In the feature's unit; NaN where missing. */
    public double value(int feature) {
        return values[feature];
    }

    /**
     * As {@link #value(int)}, by the feature's name.
     *
     * @throws IllegalArgumentException where there is no such feature
     */
    public double value(String name) {
        return values[set.indexOf(name)];
    }

    /** On the feature's scale; NaN where missing. */
    public double scaled(int feature) {
        return set.scale(feature).apply(values[feature]);
    }

    /** What the model sees: each feature on its scale (NaN where missing), then the indicators of the optional ones. */
    public double[] columns() {
        double[] columns = new double[set.columns().size()];
        for (int column = 0; column < columns.length; column++) {
            int feature = set.featureOf(column);
            columns[column] = column < values.length ? scaled(feature) : missing(feature) ? 1 : 0;
        }
        return columns;
    }

    /** What the feature says of this shopper, in words. */
    public String text(int feature) {
        for (TextTemplate template : set.features().get(feature).texts()) {
            String sentence = template.fill(this::words);
            if (sentence != null) {
                return sentence;
            }
        }
        return set.features().get(feature).name();
    }

    private @Nullable String words(String name) {
        int feature = set.indexOf(name);
        return missing(feature) ? null : set.features().get(feature).unit().words(values[feature]);
    }
}
