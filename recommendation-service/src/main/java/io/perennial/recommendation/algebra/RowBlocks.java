package io.perennial.recommendation.algebra;

import java.util.stream.IntStream;

/** What dense rows come to when each is cut to its heaviest cells as soon as it is known, so that n² cells never stand. */
public final class RowBlocks {

    private static final int TOGETHER = 64;

    private final Kernel kernel;
    private final int most;

    /** Keeps at most so many cells a row. */
    public RowBlocks(Kernel kernel, int most) {
        this.kernel = kernel;
        this.most = most;
    }

    /** Changes a dense row in its place. */
    public interface RowChange {
        void change(int row, float[] cells);
    }

    /** The rows of a matrix, each changed before it is cut. */
    public SparseMatrix of(SymmetricMatrix matrix, RowChange change) {
        int order = matrix.order();
        SparseMatrix.Row[] rows = new SparseMatrix.Row[order];
        IntStream.range(0, order).parallel().forEach(row -> {
            float[] cells = new float[order];
            matrix.row(row, cells);
            change.change(row, cells);
            rows[row] = HeaviestCells.of(cells, order, most);
        });
        return SparseMatrix.ofRows(order, rows);
    }

    /** The rows of symmetric · sparse, each changed before it is cut: order × cells steps. */
    public SparseMatrix ofProduct(SymmetricMatrix left, SparseMatrix right, RowChange change) {
        int order = left.order();
        SparseMatrix.Row[] rows = new SparseMatrix.Row[order];
        IntStream.range(0, (order + TOGETHER - 1) / TOGETHER).parallel().forEach(block -> {
            int from = block * TOGETHER;
            int count = Math.min(TOGETHER, order - from);
            float[] sums = product(left, right, from, count);
            float[] cells = new float[right.columns()];
            for (int row = 0; row < count; row++) {
                for (int column = 0; column < cells.length; column++) {
                    cells[column] = sums[column * TOGETHER + row];
                }
                change.change(from + row, cells);
                rows[from + row] = HeaviestCells.of(cells, cells.length, most);
            }
        });
        return SparseMatrix.ofRows(right.columns(), rows);
    }

    /** By column of the right factor, the products with some of the left one's rows, side by side. */
    private float[] product(SymmetricMatrix left, SparseMatrix right, int from, int count) {
        float[] sums = new float[Math.multiplyExact(right.columns(), TOGETHER)];
        float[] factors = new float[TOGETHER];
        for (int k = 0; k < left.order(); k++) {
            left.piece(k, from, count, factors);
            for (int cell = right.start(k); cell < right.start(k + 1); cell++) {
                kernel.addScaled(right.value(cell), factors, 0, sums, right.column(cell) * TOGETHER, factors.length);
            }
        }
        return sums;
    }
}
