package io.perennial.recommendation.algebra;

import java.util.Arrays;

/** The sum of sparse rows, in an array that is cleared where it was touched. */
final class RowSum {

    private final float[] sums;
    private final boolean[] touched;
    private int[] order = new int[256];
    private int count;

    RowSum(int columns) {
        sums = new float[columns];
        touched = new boolean[columns];
    }

    void add(int column, float amount) {
        if (!touched[column]) {
            touched[column] = true;
            if (count == order.length) {
                order = Arrays.copyOf(order, count * 2);
            }
            order[count++] = column;
        }
        sums[column] += amount;
    }

    /** The sum by ascending column; begins anew. */
    SparseMatrix.Row take() {
        int[] columns = Arrays.copyOf(order, count);
        Arrays.sort(columns);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = sums[columns[i]];
            sums[columns[i]] = 0;
            touched[columns[i]] = false;
        }
        count = 0;
        return new SparseMatrix.Row(columns, values);
    }
}
