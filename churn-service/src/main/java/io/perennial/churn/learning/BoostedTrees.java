package io.perennial.churn.learning;

import io.perennial.churn.evaluation.Predictions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Gradient boosting for a yes or no (Friedman 2001 and 2002, with Newton's leaves): trees added one by one, each to what is
 * still wrong, on a part of the rows. A challenger of the linear model; does not serve.
 */
public final class BoostedTrees {

    private final double prior;
    private final List<Tree> trees;

    private BoostedTrees(double prior, List<Tree> trees) {
        this.prior = prior;
        this.trees = trees;
    }

    /**
     * How it is trained.
     *
     * @param rate by which each tree is shrunk
     * @param rowShare of the rows each tree is grown on
     */
    public record Settings(int trees, double rate, int depth, int fewestRows, double rowShare, double columnShare) {

        /** What does well on some thousands of rows. */
        public static final Settings DEFAULTS = new Settings(300, 0.04, 4, 20, 0.6, 0.4);

        public Settings withTrees(int count) {
            return new Settings(count, rate, depth, fewestRows, rowShare, columnShare);
        }

        public Settings withDepth(int levels) {
            return new Settings(trees, rate, levels, fewestRows, rowShare, columnShare);
        }
    }

    /** Trains; the same sample and seed give the same trees. */
    public static BoostedTrees train(Sample sample, Settings settings, long seed) {
        Objective.requireBothClasses(sample);
        Bins bins = Bins.of(sample);
        TreeGrower grower = new TreeGrower(
                bins,
                bins.codes(sample),
                new TreeGrower.Shape(settings.depth, settings.fewestRows, settings.columnShare, 1));
        double prior = Predictions.logit(sample.baseRate());
        double[] logOdds = new double[sample.size()];
        Arrays.fill(logOdds, prior);
        float[] gradients = new float[sample.size()];
        float[] curvatures = new float[sample.size()];
        SplittableRandom random = new SplittableRandom(seed);
        List<Tree> trees = new ArrayList<>();
        for (int number = 0; number < settings.trees; number++) {
            for (int row = 0; row < logOdds.length; row++) {
                double p = 1 / (1 + Math.exp(-logOdds[row]));
                gradients[row] = (float) (sample.weight(row) * (p - (sample.outcome(row) ? 1 : 0)));
                curvatures[row] = (float) (sample.weight(row) * p * (1 - p));
            }
            int[] rows = IntStream.range(0, logOdds.length)
                    .filter(row -> random.nextDouble() < settings.rowShare)
                    .toArray();
            Tree tree = grower.grow(rows, gradients, curvatures, random);
            tree.scale(settings.rate);
            trees.add(tree);
            for (int row = 0; row < logOdds.length; row++) {
                logOdds[row] += tree.value(sample.row(row));
            }
        }
        return new BoostedTrees(prior, trees);
    }

    public double logOdds(double[] row) {
        return logOddsAfter(row, new int[] {trees.size()})[0];
    }

    /** What each column adds to the log-odds, beyond those expected of a row of the training. */
    public TreeShap shap() {
        return new TreeShap(trees, prior, 1);
    }

    /** The log-odds with only so many of the first trees, for each of the ascending counts. */
    public double[] logOddsAfter(double[] row, int[] counts) {
        double[] results = new double[counts.length];
        double sum = prior;
        int added = 0;
        for (int i = 0; i < counts.length; i++) {
            for (; added < counts[i]; added++) {
                sum += trees.get(added).value(row);
            }
            results[i] = sum;
        }
        return results;
    }
}
