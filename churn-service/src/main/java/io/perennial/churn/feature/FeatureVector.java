package io.perennial.churn.feature;

import org.jspecify.annotations.Nullable;

/** The values of all {@link Features} of one shopper as of one time, in their order; NaN is missing. */
public final class FeatureVector {

    private final double[] values;

    FeatureVector(double[] values) {
        this.values = values;
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
        return values[Features.indexOf(name)];
    }

    /** On the feature's scale; NaN where missing. */
    public double scaled(int feature) {
        return Features.SCALES[feature].apply(values[feature]);
    }

    /** What the model sees: each feature on its scale (NaN where missing), then the indicators of the optional ones. */
    public double[] columns() {
        double[] columns = new double[Features.COLUMNS.size()];
        for (int column = 0; column < columns.length; column++) {
            int feature = Features.featureOf(column);
            columns[column] = column < values.length ? scaled(feature) : missing(feature) ? 1 : 0;
        }
        return columns;
    }

    /** What the feature says of this shopper, in words. */
    public String text(int feature) {
        for (TextTemplate template : Features.ALL.get(feature).texts()) {
            String sentence = template.fill(this::words);
            if (sentence != null) {
                return sentence;
            }
        }
        return Features.ALL.get(feature).name();
    }

    private @Nullable String words(String name) {
        int feature = Features.indexOf(name);
        return missing(feature) ? null : Features.ALL.get(feature).unit().words(values[feature]);
    }
}
