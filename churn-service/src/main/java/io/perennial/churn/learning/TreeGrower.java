package io.perennial.churn.learning;

import java.util.SplittableRandom;

/**
 * Grows a tree on histograms of gradients and curvatures (Chen and Guestrin 2016, "XGBoost", with the bins of Ke et al. 2017,
 * "LightGBM"): each split is the one of the largest gain; what is missing goes where it gains more.
 */
final class TreeGrower {

    private final Bins bins;
    private final byte[][] codes;
    private final Shape shape;

    TreeGrower(Bins bins, byte[][] codes, Shape shape) {
        this.bins = bins;
        this.codes = codes;
        this.shape = shape;
    }

    /**
     * What trees may look like.
     *
     * @param columnShare of the columns, drawn anew at each split, that are looked at
     * @param ridge what holds leaves towards 0, in curvature
     */
    record Shape(int depth, int fewestRows, double columnShare, double ridge) {}

    private record Split(double gain, int column, int bin, boolean missingLeft) {}

    /**
     * A tree whose leaves are {@code −Σ gradient / (Σ curvature + ridge)} of their rows.
     *
     * @param rows to learn from; they are reordered
     */
    Tree grow(int[] rows, float[] gradients, float[] curvatures, SplittableRandom random) {
        Tree tree = new Tree();
        grow(tree, rows, 0, rows.length, 0, gradients, curvatures, random);
        return tree;
    }

    private int grow(
            Tree tree,
            int[] rows,
            int from,
            int to,
            int depth,
            float[] gradients,
            float[] curvatures,
            SplittableRandom random) {
        double gradient = 0;
        double curvature = 0;
        for (int i = from; i < to; i++) {
            gradient += gradients[rows[i]];
            curvature += curvatures[rows[i]];
        }
        int number = tree.add(Tree.Node.leaf(-gradient / (curvature + shape.ridge), to - from));
        if (depth == shape.depth || to - from < 2 * shape.fewestRows) {
            return number;
        }
        Split best = new Split(1e-9, -1, 0, false);
        for (int column = 0; column < codes.length; column++) {
            if (random.nextDouble() < shape.columnShare) {
                best = better(best, column, rows, from, to, gradients, curvatures);
            }
        }
        if (best.column < 0) {
            return number;
        }
        int middle = partition(rows, from, to, best);
        int left = grow(tree, rows, from, middle, depth + 1, gradients, curvatures, random);
        int right = grow(tree, rows, middle, to, depth + 1, gradients, curvatures, random);
        double threshold = bins.upTo(best.column, best.bin);
        tree.set(number, new Tree.Node(best.column, threshold, best.missingLeft, left, right, 0, to - from));
        return number;
    }

    private Split better(Split best, int column, int[] rows, int from, int to, float[] gradients, float[] curvatures) {
        double[] g = new double[Bins.MOST];
        double[] h = new double[Bins.MOST];
        int[] n = new int[Bins.MOST];
        byte[] code = codes[column];
        for (int i = from; i < to; i++) {
            int row = rows[i];
            int bin = code[row];
            g[bin] += gradients[row];
            h[bin] += curvatures[row];
            n[bin]++;
        }
        double gradient = 0;
        double curvature = 0;
        int last = 0;
        for (int bin = 0; bin < Bins.MOST; bin++) {
            gradient += g[bin];
            curvature += h[bin];
            last = n[bin] > 0 ? bin : last;
        }
        Split found = best;
        double whole = score(gradient, curvature);
        for (int side = 0; side < (n[0] > 0 ? 2 : 1); side++) {
            double left = side == 0 ? 0 : g[0];
            double leftCurvature = side == 0 ? 0 : h[0];
            int leftRows = side == 0 ? 0 : n[0];
            for (int bin = 1; bin < last; bin++) {
                left += g[bin];
                leftCurvature += h[bin];
                leftRows += n[bin];
                if (n[bin] == 0 || leftRows < shape.fewestRows || to - from - leftRows < shape.fewestRows) {
                    continue;
                }
                double gain = score(left, leftCurvature) + score(gradient - left, curvature - leftCurvature) - whole;
                if (gain > found.gain) {
                    found = new Split(gain, column, bin, side == 1);
                }
            }
        }
        return found;
    }

    private double score(double gradient, double curvature) {
        return gradient * gradient / (curvature + shape.ridge);
    }

    /** Moves who goes left to the front, keeping the order on either side. */
    private int partition(int[] rows, int from, int to, Split split) {
        byte[] code = codes[split.column];
        int[] right = new int[to - from];
        int leftCount = from;
        int rightCount = 0;
        for (int i = from; i < to; i++) {
            int bin = code[rows[i]];
            if (bin == 0 ? split.missingLeft : bin <= split.bin) {
                rows[leftCount++] = rows[i];
            } else {
                right[rightCount++] = rows[i];
            }
        }
        System.arraycopy(right, 0, rows, leftCount, rightCount);
        return leftCount;
    }
}
