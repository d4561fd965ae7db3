package io.perennial.recommendation.neighbours;

import io.perennial.recommendation.algebra.SparseMatrix;
import io.perennial.recommendation.sparse.GreatestKeys;
import io.perennial.recommendation.sparse.Ranked;

/**
 * Finds the neighbours of one item after another by counting over the rows that hold it. The rows may be some of a larger matrix:
 * all those that hold the items asked for. For one thread.
 */
public final class NeighbourSearch {

    private final SparseMatrix rows;
    private final SparseMatrix byItem;
    private final double[] lengths;
    private final ItemToItemParameters parameters;
    private final double[] dots;
    private final int[] support;
    private final int[] touched;
    private final GreatestKeys list;

    /**
     * @param byItem the rows transposed
     * @param lengths of each item's column, as {@link #lengths} makes them of the whole matrix
     */
    public NeighbourSearch(SparseMatrix rows, SparseMatrix byItem, double[] lengths, ItemToItemParameters parameters) {
        this.rows = rows;
        this.byItem = byItem;
        this.lengths = lengths;
        this.parameters = parameters;
        dots = new double[lengths.length];
        support = new int[lengths.length];
        touched = new int[lengths.length];
        list = new GreatestKeys(parameters.neighbours());
    }

    /** Of a matrix of items by shoppers; each is summed in the shoppers' order. */
    public static double[] lengths(SparseMatrix byItem) {
        double[] lengths = new double[byItem.rows()];
        for (int item = 0; item < lengths.length; item++) {
            for (int cell = byItem.start(item); cell < byItem.start(item + 1); cell++) {
                lengths[item] += (double) byItem.value(cell) * byItem.value(cell);
            }
            lengths[item] = Math.sqrt(lengths[item]);
        }
        return lengths;
    }

    public Ranked of(int item) {
        int count = accumulate(item);
        for (int t = 0; t < count; t++) {
            int other = touched[t];
            int common = support[other];
            if (other != item && common >= parameters.supportFloor()) {
                double cosine = dots[other] / (lengths[item] * lengths[other]);
                list.offer(other, (float) (cosine * common / (common + parameters.shrinkage())));
            }
            dots[other] = 0;
            support[other] = 0;
        }
        return list.take();
    }

    /** How many items were touched, itself among them. */
    private int accumulate(int item) {
        int count = 0;
        for (int mine = byItem.start(item); mine < byItem.start(item + 1); mine++) {
            int row = byItem.column(mine);
            double weight = byItem.value(mine);
            int to = rows.start(row + 1);
            for (int cell = rows.start(row); cell < to; cell++) {
                int other = rows.column(cell);
                if (support[other]++ == 0) {
                    touched[count++] = other;
                }
                dots[other] += weight * rows.value(cell);
            }
        }
        return count;
    }
}
