package io.perennial.churn.table;

import java.util.Arrays;
import java.util.List;

/**
 * Rows of a table as trees take them: quantities as they are, categories by how often the outcome came true at their level in the
 * training, drawn towards the average where the level is rare.
 */
final class TreeEncoding {

    private static final double PRIOR = 20;

    private final List<Column> columns;
    private final double[][] rates;

    private TreeEncoding(List<Column> columns, double[][] rates) {
        this.columns = columns;
        this.rates = rates;
    }

    static TreeEncoding fit(List<Column> columns, boolean[] outcomes, int[] rows) {
        double average = Arrays.stream(rows).filter(row -> outcomes[row]).count() / (double) rows.length;
        double[][] rates = new double[columns.size()][];
        for (int i = 0; i < rates.length; i++) {
            rates[i] = columns.get(i) instanceof Column.Categorical categorical
                    ? rates(categorical, outcomes, rows, average)
                    : new double[0];
        }
        return new TreeEncoding(columns, rates);
    }

    private static double[] rates(Column.Categorical column, boolean[] outcomes, int[] rows, double average) {
        double[] came = new double[column.levels().size()];
        double[] all = new double[came.length];
        for (int row : rows) {
            came[column.codes()[row]] += outcomes[row] ? 1 : 0;
            all[column.codes()[row]]++;
        }
        for (int level = 0; level < came.length; level++) {
            came[level] = (came[level] + PRIOR * average) / (all[level] + PRIOR);
        }
        return came;
    }

    double[] encode(int row) {
        double[] encoded = new double[columns.size()];
        for (int i = 0; i < encoded.length; i++) {
            encoded[i] = switch (columns.get(i)) {
                case Column.Numeric numeric -> numeric.values()[row];
                case Column.Categorical categorical -> rates[i][categorical.codes()[row]];
            };
        }
        return encoded;
    }
}
