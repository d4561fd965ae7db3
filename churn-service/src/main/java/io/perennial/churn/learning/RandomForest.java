package io.perennial.churn.learning;

import io.perennial.churn.evaluation.Predictions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A random forest (Breiman 2001) of probability trees (Malley et al. 2012): deep trees, each on its own draw of the rows, looking at a few
 * columns at each split; their mean is the probability. A challenger of the linear model; does not serve.
 */
public final class RandomForest {

    private static final int DEPTH = 12;
    /** Keeps the log-odds finite where all trees agree. */
    private static final double EDGE = 0.002;

    private final List<Tree> trees;

    private RandomForest(List<Tree> trees) {
        this.trees = trees;
    }

    /** Trains; the same sample and seed give the same trees. */
    public static RandomForest train(Sample sample, int count, int fewestRows, long seed) {
        Objective.requireBothClasses(sample);
        Bins bins = Bins.of(sample);
        double share = Math.min(1, 1.5 / Math.sqrt(sample.columns()));
        TreeGrower grower =
                new TreeGrower(bins, bins.codes(sample), new TreeGrower.Shape(DEPTH, fewestRows, share, 1e-3));
        float[] gradients = new float[sample.size()];
        float[] curvatures = new float[sample.size()];
        for (int row = 0; row < gradients.length; row++) {
            gradients[row] = sample.outcome(row) ? (float) -sample.weight(row) : 0;
            curvatures[row] = (float) sample.weight(row);
        }
        SplittableRandom random = new SplittableRandom(seed);
        List<Tree> trees = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            int[] rows = new int[sample.size()];
            Arrays.setAll(rows, i -> random.nextInt(sample.size()));
            trees.add(grower.grow(rows, gradients, curvatures, random));
        }
        return new RandomForest(trees);
    }

    public double logOdds(double[] row) {
        return Predictions.logit(Math.clamp(probability(row), EDGE, 1 - EDGE));
    }

    /** The mean of the trees, which may be 0 or 1. */
    double probability(double[] row) {
        double sum = 0;
        for (Tree tree : trees) {
            sum += tree.value(row);
        }
        return sum / trees.size();
    }

    /** What each column adds to the probability, the mean of the trees, beyond the one expected of a row of the training. */
    public TreeShap shap() {
        return new TreeShap(trees, 0, 1.0 / trees.size());
    }
}
