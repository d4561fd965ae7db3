package io.perennial.churn.table;

import io.perennial.churn.evaluation.Predictions;
import java.util.Arrays;

/** Some rows of a table, by their numbers. */
final class Rows {

    private Rows() {}

    static boolean[] outcomes(LabelledTable table, int[] rows) {
        boolean[] outcomes = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            outcomes[i] = table.outcome(rows[i]);
        }
        return outcomes;
    }

    /** Scores of the rows beside their outcomes. */
    static Predictions predictions(LabelledTable table, int[] rows, double[] scores) {
        return new Predictions(scores, outcomes(table, rows));
    }

    /** Always the same part of the rows, at most so many, evenly spread. */
    static int[] atMost(int[] rows, int most) {
        int stride = (rows.length + most - 1) / most;
        return stride <= 1
                ? rows
                : Arrays.stream(evenly(rows.length, stride)).map(i -> rows[i]).toArray();
    }

    private static int[] evenly(int length, int stride) {
        int[] places = new int[(length + stride - 1) / stride];
        Arrays.setAll(places, i -> i * stride);
        return places;
    }
}
