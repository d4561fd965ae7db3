package io.perennial.recommendation.neighbours;

import java.util.Arrays;

/**
 * Item-to-item collaborative filtering: the cosine between items as columns of the shopper-by-item matrix (Sarwar,
 * Karypis, Konstan and Riedl, "Item-based collaborative filtering recommendation algorithms", WWW 2001; Linden, Smith
 * and York, "Amazon.com recommendations", IEEE Internet Computing 2003), shrunk where few shoppers stand behind it.
 *
 * <p>One pass an item over the rows that hold it, so time grows with the sum of squared row lengths (the matrix bounds
 * them) and memory with the cells; the same matrix gives the same model.
 */
public final class ItemToItemTrainer {

    private final ItemToItemParameters parameters;

    public ItemToItemTrainer(ItemToItemParameters parameters) {
        this.parameters = parameters;
    }

    public ItemToItemModel train(InteractionMatrix matrix) {
        int items = matrix.products();
        Columns columns = Columns.of(matrix);
        double[] dots = new double[items];
        int[] support = new int[items];
        int[] touched = new int[items];
        NeighbourLists lists = new NeighbourLists(items, parameters.neighbours());
        for (int item = 0; item < items; item++) {
            int count = accumulate(matrix, columns, item, dots, support, touched);
            for (int t = 0; t < count; t++) {
                int other = touched[t];
                if (support[other] >= parameters.supportFloor()) {
                    double cosine = dots[other] / Math.sqrt(columns.norm[item] * columns.norm[other]);
                    lists.offer(other, (float) (cosine * support[other] / (support[other] + parameters.shrinkage())));
                }
                dots[other] = 0;
                support[other] = 0;
            }
            lists.close(item);
        }
        return lists.model(matrix.items);
    }

    private static int accumulate(
            InteractionMatrix matrix, Columns columns, int item, double[] dots, int[] support, int[] touched) {
        int count = 0;
        for (int c = columns.start[item]; c < columns.start[item + 1]; c++) {
            int row = columns.row[c];
            double weight = columns.weight[c];
            for (int cell = matrix.rowStart[row]; cell < matrix.rowStart[row + 1]; cell++) {
                int other = matrix.cellItem[cell];
                if (other == item) {
                    continue;
                }
                if (support[other]++ == 0) {
                    touched[count++] = other;
                }
                dots[other] += weight * matrix.cellWeight[cell];
            }
        }
        return count;
    }

    /** The matrix by columns, with each column's squared length. */
    private static final class Columns {

        private final int[] start;
        private final int[] row;
        private final float[] weight;
        private final double[] norm;

        private Columns(int items, int cells) {
            start = new int[items + 1];
            row = new int[cells];
            weight = new float[cells];
            norm = new double[items];
        }

        static Columns of(InteractionMatrix matrix) {
            Columns columns = new Columns(matrix.products(), matrix.cells());
            for (int item : matrix.cellItem) {
                columns.start[item + 1]++;
            }
            Arrays.parallelPrefix(columns.start, Integer::sum);
            int[] next = Arrays.copyOf(columns.start, matrix.products());
            for (int r = 0; r < matrix.shoppers(); r++) {
                for (int cell = matrix.rowStart[r]; cell < matrix.rowStart[r + 1]; cell++) {
                    int item = matrix.cellItem[cell];
                    float w = matrix.cellWeight[cell];
                    columns.row[next[item]] = r;
                    columns.weight[next[item]++] = w;
                    columns.norm[item] += (double) w * w;
                }
            }
            return columns;
        }
    }
}
