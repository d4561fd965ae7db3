package io.perennial.churn.learning;

import java.util.Arrays;

/**
 * The SHAP values of one tree, in one walk through it for a block of rows.
 *
 * <p>A leaf is a game of the columns on its path. Of column j a row follows all splits on j towards the leaf (o = 1) or not
 * (o = 0), and the share z of the cover does. Times the leaf's number, column i adds {@code (oᵢ − zᵢ) ∫ Π (t oⱼ + (1 − t) zⱼ) dt},
 * over t from 0 to 1 and the other columns j (Owen 1972, "Multilinear extensions of games"): a polynomial of a degree below the
 * depth, of which few points give the integral itself. At each point all leaves below a node are one sum, as in Yu et al. 2022,
 * "Linear TreeShap"; algorithm 2 of Lundberg, Erion and Lee takes the square of the depth for each leaf.
 *
 * <p>Loops over the rows are innermost and without branches, so that the JVM does several rows at once.
 */
final class ShapWalk {

    private final Tree tree;
    private final GaussLegendre integral;
    private final double[][] columns;
    private final double[][] added;

    /** Of each column o by row and z, on the path so far; 1 where no split has asked it. */
    private final double[][] follows;

    private final double[] shares;
    /** By level, then left and right: o of the column split on after it, by row. */
    private final double[][][] followsOn;
    /** By level, point and row: of the factors {@code t o + (1 − t) z} on the path so far. */
    private final double[][][] products;
    /** Laid out alike: of the leaves below, each times what the factors become on its way from here. */
    private final double[][][] sums;

    private ShapWalk(Tree tree, double[][] columns, double[][] added) {
        this.tree = tree;
        this.columns = columns;
        this.added = added;
        int levels = tree.depth() + 1;
        int rows = columns[0].length;
        integral = new GaussLegendre(Math.max(1, levels / 2));
        followsOn = new double[levels][2][rows];
        products = new double[levels][integral.size()][rows];
        sums = new double[levels][integral.size()][rows];
        double[] ones = new double[rows];
        Arrays.fill(ones, 1);
        Arrays.fill(products[0], ones);
        follows = new double[columns.length][];
        Arrays.fill(follows, ones);
        shares = new double[columns.length];
        Arrays.fill(shares, 1);
    }

    /**
     * Adds to each column and row what the column adds to the tree's value for the row.
     *
     * @param columns a block of rows by column, at least one
     * @param added by column, then row
     */
    static void add(Tree tree, double[][] columns, double[][] added) {
        new ShapWalk(tree, columns, added).below(tree.node(0), 0);
    }

    private void below(Tree.Node node, int level) {
        for (double[] sum : sums[level]) {
            Arrays.fill(sum, node.value());
        }
        if (node.isLeaf()) {
            return;
        }
        double[] before = follows[node.column()];
        double[] left = followsOn[level][0];
        double[] right = followsOn[level][1];
        double[] values = columns[node.column()];
        for (int row = 0; row < values.length; row++) {
            left[row] = node.goesLeft(values[row]) ? before[row] : 0;
            right[row] = before[row] - left[row];
        }
        branch(node, tree.node(node.left()), left, level);
        branch(node, tree.node(node.right()), right, level);
    }

    private void branch(Tree.Node node, Tree.Node child, double[] after, int level) {
        int column = node.column();
        double[] before = follows[column];
        double share = shares[column];
        Step[] steps = new Step[integral.size()];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = Step.of(integral.point(i), integral.weight(i), share, (double) child.cover() / node.cover());
            steps[i].multiply(products[level][i], before, after, products[level + 1][i]);
        }
        follows[column] = after;
        shares[column] = share * child.cover() / node.cover();
        below(child, level + 1);
        follows[column] = before;
        shares[column] = share;
        for (int i = 0; i < steps.length; i++) {
            steps[i].gain(products[level][i], sums[level + 1][i], before, after, added[column]);
            steps[i].multiplyAdd(sums[level + 1][i], before, after, sums[level][i]);
        }
    }

    /**
     * What a step to a child changes at a point. A row followed the column's splits before and after it (1, 1), before only (1, 0)
     * or not even before (0, 0); the factor is then multiplied by {@code left + followed × before + follow × after}.
     *
     * @param left of a row that had left the path before: the share of the cover, and no gain
     * @param gainBefore as followed, of what the column adds
     * @param gainAfter as follow
     */
    private record Step(double left, double followed, double follow, double gainBefore, double gainAfter) {

        static Step of(double t, double weight, double share, double kept) {
            double before = t + (1 - t) * share;
            double shareAfter = share * kept;
            double leaves = (1 - t) * shareAfter / before;
            double stays = leaves + t / before;
            // An earlier split on the column has counted the leaves below with its own o and z: that is taken back.
            double gainLeaves = weight * (-shareAfter - (1 - share) * leaves) / before;
            double gainStays = weight * (1 - shareAfter - (1 - share) * stays) / before;
            return new Step(kept, leaves - kept, stays - leaves, gainLeaves, gainStays - gainLeaves);
        }

        void multiply(double[] products, double[] before, double[] after, double[] results) {
            for (int row = 0; row < results.length; row++) {
                results[row] = products[row] * (left + followed * before[row] + follow * after[row]);
            }
        }

        void multiplyAdd(double[] leaves, double[] before, double[] after, double[] sums) {
            for (int row = 0; row < sums.length; row++) {
                sums[row] += leaves[row] * (left + followed * before[row] + follow * after[row]);
            }
        }

        void gain(double[] products, double[] leaves, double[] before, double[] after, double[] added) {
            for (int row = 0; row < added.length; row++) {
                added[row] += products[row] * leaves[row] * (gainBefore * before[row] + gainAfter * after[row]);
            }
        }
    }
}
