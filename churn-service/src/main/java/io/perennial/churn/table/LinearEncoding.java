package io.perennial.churn.table;

import io.perennial.churn.model.Standardiser;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a table as a linear model takes them, fitted to the training's rows: quantities by their {@link NumericBasis}, each frequent
 * level of a category as a column, the rare ones none. Yes-or-no columns are not brought to unit spread, so that the penalty holds rare
 * levels the most (a random effect).
 */
final class LinearEncoding {

    private static final int RARE = 5;
    private static final double RARE_SHARE = 0.0005;
    private static final double BINARY_SCALE = 0.5;

    private final List<Column> columns;
    private final List<@Nullable NumericBasis> bases = new ArrayList<>();
    /** For each column the place of each level among the columns; -1 for rare ones. */
    private final List<int[]> places = new ArrayList<>();

    private final List<Integer> sources = new ArrayList<>();
    private final List<Boolean> binary = new ArrayList<>();

    private LinearEncoding(List<Column> columns) {
        this.columns = columns;
    }

    static LinearEncoding fit(List<Column> columns, int[] rows) {
        LinearEncoding encoding = new LinearEncoding(columns);
        for (int i = 0; i < columns.size(); i++) {
            switch (columns.get(i)) {
                case Column.Numeric numeric -> encoding.addNumeric(i, numeric, rows);
                case Column.Categorical categorical -> encoding.addLevels(i, categorical, rows);
            }
        }
        return encoding;
    }

    private void addNumeric(int number, Column.Numeric column, int[] rows) {
        double[] values = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            values[i] = column.values()[rows[i]];
        }
        NumericBasis basis = NumericBasis.fit(values);
        bases.add(basis);
        places.add(new int[0]);
        for (int i = 0; basis != null && i < basis.size(); i++) {
            sources.add(number);
            binary.add(basis.binary(i));
        }
    }

    private void addLevels(int number, Column.Categorical column, int[] rows) {
        int[] counts = new int[column.levels().size()];
        for (int row : rows) {
            counts[column.codes()[row]]++;
        }
        double fewest = Math.max(RARE, RARE_SHARE * rows.length);
        int[] place = new int[counts.length];
        for (int level = 0; level < counts.length; level++) {
            boolean kept = counts[level] >= fewest && counts[level] < rows.length;
            place[level] = kept ? sources.size() : -1;
            if (kept) {
                sources.add(number);
                binary.add(true);
            }
        }
        bases.add(null);
        places.add(place);
    }

    int size() {
        return sources.size();
    }

    /** Which column of the table a column comes from. */
    int source(int column) {
        return sources.get(column);
    }

    double[] encode(int row) {
        double[] encoded = new double[size()];
        int at = 0;
        for (int i = 0; i < columns.size(); i++) {
            switch (columns.get(i)) {
                case Column.Numeric numeric -> {
                    NumericBasis basis = bases.get(i);
                    if (basis != null) {
                        basis.fill(numeric.values()[row], encoded, at);
                        at += basis.size();
                    }
                }
                case Column.Categorical categorical -> {
                    int[] place = places.get(i);
                    int one = place[categorical.codes()[row]];
                    if (one >= 0) {
                        encoded[one] = 1;
                    }
                    for (int where : place) {
                        at += where >= 0 ? 1 : 0;
                    }
                }
            }
        }
        return encoded;
    }

    /** Unit spread for quantities only. */
    Standardiser standardiser(List<double[]> encoded) {
        Standardiser spread = Standardiser.fit(encoded, size());
        double[] means = spread.means();
        double[] scales = spread.scales();
        for (int column = 0; column < scales.length; column++) {
            if (binary.get(column)) {
                scales[column] = BINARY_SCALE;
            }
        }
        return new Standardiser(means, scales);
    }
}
