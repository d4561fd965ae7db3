package io.perennial.churn.learning;

import java.util.List;

/**
 * What each column adds to the value of an ensemble of trees: exact path-dependent SHAP values (Lundberg, Erion and Lee 2018,
 * "Consistent individualized feature attribution for tree ensembles"). At a split on a column that is not known a row goes both
 * ways, by the cover of either side.
 */
public final class TreeShap {

    private static final int BLOCK = 128;

    private final List<Tree> trees;
    private final double base;
    private final double factor;

    /** Of {@code base + factor × Σ trees}. */
    TreeShap(List<Tree> trees, double base, double factor) {
        this.trees = trees;
        this.base = base;
        this.factor = factor;
    }

    /** The value of which nothing is known: the mean over the rows each tree was grown on. */
    public double expected() {
        return base + factor * trees.stream().mapToDouble(Tree::expected).sum();
    }

    /** How many all trees have. */
    public int nodes() {
        return trees.stream().mapToInt(Tree::size).sum();
    }

    /**
     * Of each row, by column: with {@link #expected()} they sum to the row's value. O(nodes × depth) a row.
     *
     * @param rows of equal length
     */
    public double[][] contributions(List<double[]> rows) {
        double[][] all = new double[rows.size()][];
        for (int from = 0; from < all.length; from += BLOCK) {
            List<double[]> block = rows.subList(from, Math.min(all.length, from + BLOCK));
            double[][] columns = transposed(block);
            double[][] added = new double[columns.length][block.size()];
            for (Tree tree : trees) {
                ShapWalk.add(tree, columns, added);
            }
            for (int row = 0; row < block.size(); row++) {
                all[from + row] = new double[columns.length];
                for (int column = 0; column < columns.length; column++) {
                    all[from + row][column] = factor * added[column][row];
                }
            }
        }
        return all;
    }

    private static double[][] transposed(List<double[]> rows) {
        double[][] columns = new double[rows.getFirst().length][rows.size()];
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < columns.length; column++) {
                columns[column][row] = rows.get(row)[column];
            }
        }
        return columns;
    }
}
