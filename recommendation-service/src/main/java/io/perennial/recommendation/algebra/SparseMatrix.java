package io.perennial.recommendation.algebra;

import java.util.Arrays;
import java.util.stream.IntStream;

/** A sparse matrix in compressed rows: eight bytes a cell. Immutable. */
public final class SparseMatrix {

    private final int columns;
    /** Row r is cells start[r] to start[r + 1]. */
    private final int[] start;

    private final int[] column;
    private final float[] value;

    private SparseMatrix(int columns, int[] start, int[] column, float[] value) {
        this.columns = columns;
        this.start = start;
        this.column = column;
        this.value = value;
    }

    public int rows() {
        return start.length - 1;
    }

    public int columns() {
        return columns;
    }

    public int cells() {
        return column.length;
    }

    /** The first cell of a row; that of the row after the last is the number of cells. */
    public int start(int row) {
        return start[row];
    }

    public int column(int cell) {
        return column[cell];
    }

    public float value(int cell) {
        return value[cell];
    }

    public SparseMatrix transposed() {
        int[] starts = new int[columns + 1];
        for (int c : column) {
            starts[c + 1]++;
        }
        Arrays.parallelPrefix(starts, Integer::sum);
        int[] next = Arrays.copyOf(starts, columns);
        int[] turned = new int[column.length];
        float[] values = new float[column.length];
        for (int row = 0; row < rows(); row++) {
            for (int cell = start[row]; cell < start[row + 1]; cell++) {
                int place = next[column[cell]]++;
                turned[place] = row;
                values[place] = value[cell];
            }
        }
        return new SparseMatrix(rows(), starts, turned, values);
    }

    /** This, transposed, times itself; time grows with the sum of squared row lengths. */
    public SymmetricMatrix gram() {
        SymmetricMatrix gram = new SymmetricMatrix(columns);
        SparseMatrix turned = transposed();
        IntStream.range(0, columns).parallel().forEach(item -> {
            for (int mine = turned.start[item]; mine < turned.start[item + 1]; mine++) {
                int row = turned.column[mine];
                for (int cell = start[row]; cell < start[row + 1]; cell++) {
                    if (column[cell] <= item) {
                        gram.add(item, column[cell], turned.value[mine] * value[cell]);
                    }
                }
            }
        });
        return gram;
    }

    /** This, transposed, times another matrix of as many rows; of each row of the product the heaviest cells, at most so many. */
    public SparseMatrix crossProduct(SparseMatrix other, int most) {
        SparseMatrix turned = transposed();
        Row[] rows = new Row[columns];
        ThreadLocal<RowSum> sums = ThreadLocal.withInitial(() -> new RowSum(other.columns));
        IntStream.range(0, columns).parallel().forEach(item -> {
            RowSum sum = sums.get();
            for (int mine = turned.start[item]; mine < turned.start[item + 1]; mine++) {
                int row = turned.column[mine];
                for (int cell = other.start[row]; cell < other.start[row + 1]; cell++) {
                    sum.add(other.column[cell], turned.value[mine] * other.value[cell]);
                }
            }
            rows[item] = heaviest(sum.take(), most);
        });
        return ofRows(other.columns, rows);
    }

    /** Column i as column names[i] of as many. */
    public SparseMatrix named(int[] names) {
        int[] named = new int[column.length];
        Arrays.setAll(named, cell -> names[column[cell]]);
        return new SparseMatrix(names.length, start, named, value);
    }

    /** Row and column i as row and column names[i], ascending, of a square matrix of this order. */
    public SparseMatrix spread(int[] names, int order) {
        int[] starts = new int[order + 1];
        for (int row = 0; row < names.length; row++) {
            starts[names[row] + 1] = start[row + 1] - start[row];
        }
        Arrays.parallelPrefix(starts, Integer::sum);
        int[] named = new int[column.length];
        Arrays.setAll(named, cell -> names[column[cell]]);
        return new SparseMatrix(order, starts, named, value);
    }

    /** The sum of the squares of all cells. */
    public double squares() {
        double squares = 0;
        for (float one : value) {
            squares += (double) one * one;
        }
        return squares;
    }

    /** The power of each column's sum; 0 where that is not positive. */
    public double[] columnSums(double power) {
        double[] sums = new double[columns];
        for (int cell = 0; cell < column.length; cell++) {
            sums[column[cell]] += value[cell];
        }
        for (int i = 0; i < columns; i++) {
            sums[i] = sums[i] > 0 ? Math.pow(sums[i], power) : 0;
        }
        return sums;
    }

    /** What a cell becomes. */
    public interface CellChange {
        float change(int row, int column, float value);
    }

    /** Of each row the heaviest cells, changed before. */
    public SparseMatrix heaviest(int most, CellChange change) {
        Row[] rows = new Row[rows()];
        IntStream.range(0, rows.length).parallel().forEach(row -> {
            float[] changed = new float[start[row + 1] - start[row]];
            for (int i = 0; i < changed.length; i++) {
                changed[i] = change.change(row, column[start[row] + i], value[start[row] + i]);
            }
            rows[row] = heaviest(new Row(Arrays.copyOfRange(column, start[row], start[row + 1]), changed), most);
        });
        return ofRows(columns, rows);
    }

    private static Row heaviest(Row row, int most) {
        Row places = HeaviestCells.of(row.value, row.value.length, most);
        for (int i = 0; i < places.column.length; i++) {
            places.column[i] = row.column[places.column[i]];
        }
        return places;
    }

    /** Of rows that were made one by one. */
    static SparseMatrix ofRows(int columns, Row[] rows) {
        int[] start = new int[rows.length + 1];
        for (int row = 0; row < rows.length; row++) {
            start[row + 1] = Math.addExact(start[row], rows[row].column.length);
        }
        int[] column = new int[start[rows.length]];
        float[] value = new float[column.length];
        for (int row = 0; row < rows.length; row++) {
            System.arraycopy(rows[row].column, 0, column, start[row], rows[row].column.length);
            System.arraycopy(rows[row].value, 0, value, start[row], rows[row].value.length);
        }
        return new SparseMatrix(columns, start, column, value);
    }

    /** The cells of a row. */
    static final class Row {

        private final int[] column;
        private final float[] value;

        Row(int[] column, float[] value) {
            this.column = column;
            this.value = value;
        }
    }

    /** Collects a matrix row by row. */
    public static final class Builder {

        private final int columns;
        private int[] start = new int[1024];
        private int[] column = new int[4096];
        private float[] value = new float[4096];
        private int rows;
        private int cells;

        public Builder(int columns) {
            this.columns = columns;
        }

        /** Adds a cell to the row that is being filled; a column comes at most once. */
        public void add(int atColumn, float amount) {
            if (cells == column.length) {
                column = Arrays.copyOf(column, cells * 2);
                value = Arrays.copyOf(value, cells * 2);
            }
            column[cells] = atColumn;
            value[cells++] = amount;
        }

        /** How many cells the row that is being filled has. */
        public int filled() {
            return cells - start[rows];
        }

        /** Ends the row that is being filled, all of it multiplied by a factor; it may be empty. */
        public void endRow(float factor) {
            for (int cell = start[rows]; cell < cells; cell++) {
                value[cell] *= factor;
            }
            endRow();
        }

        /** Ends the row that is being filled; it may be empty. */
        public void endRow() {
            if (rows + 2 > start.length) {
                start = Arrays.copyOf(start, start.length * 2);
            }
            start[++rows] = cells;
        }

        public SparseMatrix build() {
            return new SparseMatrix(
                    columns, Arrays.copyOf(start, rows + 1), Arrays.copyOf(column, cells), Arrays.copyOf(value, cells));
        }
    }
}
