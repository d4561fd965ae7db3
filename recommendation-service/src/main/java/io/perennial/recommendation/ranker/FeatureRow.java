package io.perennial.recommendation.ranker;

/**
 * A product's features in 64 bits, four each, so that an answer's id can carry them: what is learnt from is what was served. Kept is the
 * root in fifteenths, for most values are small. What is not known is 0.
 */
public record FeatureRow(long bits) {

    public static final FeatureRow NONE = new FeatureRow(0);

    private static final int BITS = 4;
    private static final int MOST = (1 << BITS) - 1;

    /** This row with a value, cut to 0 to 1, unless it holds a greater one. */
    public FeatureRow with(Feature feature, double value) {
        long level = Math.round(MOST * Math.sqrt(Math.clamp(value, 0, 1)));
        int shift = BITS * feature.place();
        long stands = (bits >>> shift) & MOST;
        return level <= stands ? this : new FeatureRow((bits & ~((long) MOST << shift)) | (level << shift));
    }

    /** The root of the value, to a fifteenth. */
    public double root(Feature feature) {
        return (double) ((bits >>> (BITS * feature.place())) & MOST) / MOST;
    }
}
