package io.perennial.churn.learning;

import io.perennial.churn.model.Standardiser;

/**
 * Standardised rows in blocks that fit the cache, column after column within a block, so that the loops over a block's rows run
 * on consecutive floats. A block is made when it is first asked for and then kept: whoever makes it has it in the cache.
 */
final class StandardBlocks {

    static final int ROWS = 256;
    /** Rows brought over together, so that a column's floats are written to one line of the cache. */
    private static final int TOGETHER = 8;

    private final Sample sample;
    private final double[] means;
    private final double[] units;
    private final Block[] made;
    private final int stride;

    private StandardBlocks(Sample sample, double[] means, double[] units, Block[] made, int stride) {
        this.sample = sample;
        this.means = means;
        this.units = units;
        this.made = made;
        this.stride = stride;
    }

    /** At most {@link #ROWS} rows; the rest of the last block is zero and weighs nothing. */
    static final class Block {

        /** Of column {@code c} and row {@code r} at {@code c × ROWS + r}. */
        final float[] values;

        /** 1 where it came true. */
        final float[] targets = new float[ROWS];

        final float[] weights = new float[ROWS];

        private Block(int columns) {
            values = new float[columns * ROWS];
        }
    }

    static StandardBlocks of(Sample sample, Standardiser standardiser) {
        double[] units = standardiser.scales();
        for (int column = 0; column < units.length; column++) {
            units[column] = 1 / units[column];
        }
        return new StandardBlocks(sample, standardiser.means(), units, new Block[(sample.size() + ROWS - 1) / ROWS], 1);
    }

    /** Every nth block, shared with these. */
    StandardBlocks everyNth(int n) {
        return new StandardBlocks(sample, means, units, made, stride * n);
    }

    int count() {
        return (made.length + stride - 1) / stride;
    }

    int columns() {
        return sample.columns();
    }

    /** No two threads may ask for the same block at the same time. */
    Block block(int number) {
        int index = number * stride;
        Block block = made[index];
        if (block == null) {
            block = make(index * ROWS);
            made[index] = block;
        }
        return block;
    }

    double totalWeight() {
        double sum = 0;
        for (int index = 0; index < made.length; index += stride) {
            int to = Math.min(sample.size(), (index + 1) * ROWS);
            for (int row = index * ROWS; row < to; row++) {
                sum += sample.weight(row);
            }
        }
        return sum;
    }

    private Block make(int from) {
        Block block = new Block(means.length);
        int rows = Math.min(ROWS, sample.size() - from);
        for (int row = 0; row < rows; row++) {
            block.targets[row] = sample.outcome(from + row) ? 1 : 0;
            block.weights[row] = (float) sample.weight(from + row);
        }
        for (int row = 0; row < rows; row += TOGETHER) {
            if (row + TOGETHER <= rows) {
                standardise(from + row, block.values, row);
            } else {
                standardiseLast(from + row, rows - row, block.values, row);
            }
        }
        return block;
    }

    /** Eight rows, column by column. */
    private void standardise(int first, float[] values, int to) {
        double[] a = sample.row(first);
        double[] b = sample.row(first + 1);
        double[] c = sample.row(first + 2);
        double[] d = sample.row(first + 3);
        double[] e = sample.row(first + 4);
        double[] f = sample.row(first + 5);
        double[] g = sample.row(first + 6);
        double[] h = sample.row(first + 7);
        for (int column = 0; column < means.length; column++) {
            double mean = means[column];
            double unit = units[column];
            int at = column * ROWS + to;
            values[at] = standard(a[column], mean, unit);
            values[at + 1] = standard(b[column], mean, unit);
            values[at + 2] = standard(c[column], mean, unit);
            values[at + 3] = standard(d[column], mean, unit);
            values[at + 4] = standard(e[column], mean, unit);
            values[at + 5] = standard(f[column], mean, unit);
            values[at + 6] = standard(g[column], mean, unit);
            values[at + 7] = standard(h[column], mean, unit);
        }
    }

    private void standardiseLast(int first, int count, float[] values, int to) {
        for (int i = 0; i < count; i++) {
            double[] row = sample.row(first + i);
            for (int column = 0; column < means.length; column++) {
                values[column * ROWS + to + i] = standard(row[column], means[column], units[column]);
            }
        }
    }

    private static float standard(double value, double mean, double unit) {
        return Double.isNaN(value) ? 0 : (float) ((value - mean) * unit);
    }
}
