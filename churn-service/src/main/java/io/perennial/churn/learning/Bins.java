package io.perennial.churn.learning;

import java.util.Arrays;

/** Each column cut at its quantiles into at most {@link #MOST} bins, so that a tree looks for splits among few; bin 0 is missing. */
final class Bins {

    static final int MOST = 64;

    private static final int LOOKED_AT = 50_000;

    private final double[][] cuts;

    private Bins(double[][] cuts) {
        this.cuts = cuts;
    }

    static Bins of(Sample sample) {
        int stride = Math.max(1, sample.size() / LOOKED_AT);
        double[][] cuts = new double[sample.columns()][];
        for (int column = 0; column < cuts.length; column++) {
            double[] values = new double[(sample.size() + stride - 1) / stride];
            for (int i = 0; i < values.length; i++) {
                values[i] = sample.row(i * stride)[column];
            }
            cuts[column] = cuts(Arrays.stream(values)
                    .filter(value -> !Double.isNaN(value))
                    .sorted()
                    .toArray());
        }
        return new Bins(cuts);
    }

    /** Between values, so that a value and its neighbour in another data set fall on the same side. */
    private static double[] cuts(double[] sorted) {
        double[] distinct = Arrays.stream(sorted).distinct().toArray();
        int bins = Math.min(distinct.length, MOST - 1);
        double[] cuts = new double[Math.max(0, bins - 1)];
        for (int i = 0; i < cuts.length; i++) {
            double below =
                    distinct.length == bins ? distinct[i] : sorted[(int) ((long) (i + 1) * sorted.length / bins) - 1];
            int above = Arrays.binarySearch(distinct, below) + 1;
            cuts[i] = above < distinct.length ? (below + distinct[above]) / 2 : below;
        }
        return Arrays.stream(cuts).distinct().toArray();
    }

    int columns() {
        return cuts.length;
    }

    /** From 1; 0 where missing. */
    int bin(int column, double value) {
        if (Double.isNaN(value)) {
            return 0;
        }
        int at = Arrays.binarySearch(cuts[column], value);
        return 1 + (at >= 0 ? at : -at - 1);
    }

    /** The largest value of the bin: what is at most this goes with it. */
    double upTo(int column, int bin) {
        return cuts[column][bin - 1];
    }

    /** Column after column, each row's bin. */
    byte[][] codes(Sample sample) {
        byte[][] codes = new byte[cuts.length][sample.size()];
        for (int column = 0; column < cuts.length; column++) {
            for (int row = 0; row < sample.size(); row++) {
                codes[column][row] = (byte) bin(column, sample.row(row)[column]);
            }
        }
        return codes;
    }
}
