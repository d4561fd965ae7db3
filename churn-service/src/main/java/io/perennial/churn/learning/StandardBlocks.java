package io.perennial.churn.learning;

import io.perennial.churn.model.Standardiser;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Standardised rows in blocks that fit the cache, column after column within a block, so that the loops over a block's rows run
 * on consecutive floats.
 */
final class StandardBlocks {

    static final int ROWS = 256;

    private final Block[] blocks;
    private final int columns;

    private StandardBlocks(Block[] blocks, int columns) {
        this.blocks = blocks;
        this.columns = columns;
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
        int count = (sample.size() + ROWS - 1) / ROWS;
        Block[] blocks = new Block[count];
        IntStream.range(0, count).parallel().forEach(i -> blocks[i] = block(sample, standardiser, i * ROWS));
        return new StandardBlocks(blocks, sample.columns());
    }

    private static Block block(Sample sample, Standardiser standardiser, int from) {
        int columns = sample.columns();
        Block block = new Block(columns);
        int rows = Math.min(ROWS, sample.size() - from);
        for (int row = 0; row < rows; row++) {
            double[] values = sample.row(from + row);
            for (int column = 0; column < columns; column++) {
                block.values[column * ROWS + row] = (float) standardiser.apply(column, values[column]);
            }
            block.targets[row] = sample.outcome(from + row) ? 1 : 0;
            block.weights[row] = (float) sample.weight(from + row);
        }
        return block;
    }

    /** Every nth block, not copied. */
    StandardBlocks everyNth(int n) {
        Block[] some = new Block[(blocks.length + n - 1) / n];
        Arrays.setAll(some, i -> blocks[i * n]);
        return new StandardBlocks(some, columns);
    }

    int count() {
        return blocks.length;
    }

    int columns() {
        return columns;
    }

    Block block(int number) {
        return blocks[number];
    }

    double totalWeight() {
        double sum = 0;
        for (Block block : blocks) {
            for (float weight : block.weights) {
                sum += weight;
            }
        }
        return sum;
    }
}
