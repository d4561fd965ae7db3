package io.perennial.churn.table;

import io.perennial.churn.evaluation.Predictions;
import io.perennial.churn.evaluation.ProbabilityScores;
import io.perennial.churn.learning.BoostedTrees;
import io.perennial.churn.learning.NewtonTrainer;
import io.perennial.churn.learning.Penalty;
import io.perennial.churn.learning.RandomForest;
import io.perennial.churn.learning.Sample;
import io.perennial.churn.model.LinearModel;
import io.perennial.churn.table.LinearPart.Encoded;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * All that is learnt from some rows of a table: logistic regression, boosted trees, a random forest, and their blend. Whatever has
 * to be chosen (penalty, interactions, depth, number of trees, the blend's weights) is chosen on folds within those rows.
 */
public final class TableModels {

    static final int LINEAR = 0;
    static final int BOOSTED = 1;
    static final int FOREST = 2;
    /** Stacked log-odds (Wolpert 1992), which also calibrates them. */
    static final int BLEND = 3;

    /** Of the models, in the order of their log-odds. */
    public static final List<String> NAMES = List.of("logistic regression", "boosted trees", "random forest", "blend");

    private static final double[] PENALTIES = {1, 10, 30, 100, 300};
    private static final int[] TREES = {50, 100, 150, 200, 300, 400};
    private static final int[] DEPTHS = {2, 4};
    private static final int FOREST_TREES = 200;
    private static final int SEARCHED_ROWS = 20_000;
    private static final int FOREST_ROWS = 40_000;
    /** Simpler wins unless the other is better by so many nats a row. */
    private static final double WORTH = 2e-4;

    private final LinearPart linear;
    private final TreeEncoding treeEncoding;
    private final BoostedTrees boosted;
    private final RandomForest forest;
    private final LinearModel blend;

    private TableModels(
            LinearPart linear,
            TreeEncoding treeEncoding,
            BoostedTrees boosted,
            RandomForest forest,
            LinearModel blend) {
        this.linear = linear;
        this.treeEncoding = treeEncoding;
        this.boosted = boosted;
        this.forest = forest;
        this.blend = blend;
    }

    /** Learns from the rows; the same rows and seed give the same models. */
    public static TableModels fit(LabelledTable table, int[] rows, long seed) {
        int[] searched = Rows.atMost(rows, SEARCHED_ROWS);
        int[] folds = Folds.of(searched, table.groups(), table.outcomes(), rows.length > SEARCHED_ROWS ? 3 : 5, seed);
        Search search = new Search(table, searched, folds, seed);
        Encoded encoded = Encoded.of(table, rows);
        TreeEncoding trees = TreeEncoding.fit(table.columns(), table.outcomes(), rows);
        return new TableModels(
                search.interactions ? encoded.fitWithInteractions(search.penalty) : encoded.fit(search.penalty),
                trees,
                BoostedTrees.train(treeSample(table, trees, rows), search.boosting, seed),
                forest(treeSample(table, trees, Rows.atMost(rows, FOREST_ROWS)), seed),
                search.blend());
    }

    /** Of any row of the table, in the order of {@link #NAMES}. */
    public double[] logOdds(int row) {
        double[] encoded = treeEncoding.encode(row);
        double[] three = {linear.logOdds(row), boosted.logOdds(encoded), forest.logOdds(encoded)};
        return new double[] {three[LINEAR], three[BOOSTED], three[FOREST], blend.logOdds(three)};
    }

    private static Sample treeSample(LabelledTable table, TreeEncoding encoding, int[] rows) {
        return new Sample(
                Arrays.stream(rows).mapToObj(encoding::encode).toArray(double[][]::new), Rows.outcomes(table, rows));
    }

    private static RandomForest forest(Sample sample, long seed) {
        return RandomForest.train(sample, FOREST_TREES, Math.max(5, sample.size() / 1000), seed);
    }

    /** What does best on rows that were not learnt from. */
    private static final class Search {

        private final LabelledTable table;
        private final int[] rows;
        private final double[][] unseen = new double[3][];
        private double penalty;
        private boolean interactions;
        private BoostedTrees.Settings boosting = BoostedTrees.Settings.DEFAULTS;

        Search(LabelledTable table, int[] rows, int[] folds, long seed) {
            this.table = table;
            this.rows = rows;
            int count = Arrays.stream(folds).max().orElse(0) + 1;
            double[][] linear = new double[PENALTIES.length][rows.length];
            double[][] boosted = new double[DEPTHS.length * TREES.length][rows.length];
            double[] forest = new double[rows.length];
            Encoded[] encoded = new Encoded[count];
            for (int fold = 0; fold < count; fold++) {
                int[] inside = Folds.select(rows, folds, fold, false);
                encoded[fold] = Encoded.of(table, inside);
                for (int i = 0; i < PENALTIES.length; i++) {
                    fill(linear[i], encoded[fold].fit(PENALTIES[i]), folds, fold);
                }
                TreeEncoding encoding = TreeEncoding.fit(table.columns(), table.outcomes(), inside);
                Sample sample = treeSample(table, encoding, inside);
                RandomForest trees = forest(sample, seed);
                for (int i = 0; i < rows.length; i++) {
                    if (folds[i] == fold) {
                        forest[i] = trees.logOdds(encoding.encode(rows[i]));
                    }
                }
                for (int depth = 0; depth < DEPTHS.length; depth++) {
                    BoostedTrees most = BoostedTrees.train(
                            sample, boosting.withTrees(TREES[TREES.length - 1]).withDepth(DEPTHS[depth]), seed);
                    for (int i = 0; i < rows.length; i++) {
                        if (folds[i] == fold) {
                            double[] after = most.logOddsAfter(encoding.encode(rows[i]), TREES);
                            for (int t = 0; t < TREES.length; t++) {
                                boosted[depth * TREES.length + t][i] = after[t];
                            }
                        }
                    }
                }
            }
            int best = least(linear);
            penalty = PENALTIES[best];
            unseen[LINEAR] = linear[best];
            double[] withInteractions = new double[rows.length];
            for (int fold = 0; fold < count; fold++) {
                fill(withInteractions, encoded[fold].fitWithInteractions(penalty), folds, fold);
            }
            interactions = loss(withInteractions) < loss(linear[best]) - WORTH;
            if (interactions) {
                unseen[LINEAR] = withInteractions;
            }
            int bestBoosted = least(boosted);
            boosting =
                    boosting.withTrees(TREES[bestBoosted % TREES.length]).withDepth(DEPTHS[bestBoosted / TREES.length]);
            unseen[BOOSTED] = boosted[bestBoosted];
            unseen[FOREST] = forest;
        }

        private void fill(double[] scores, LinearPart part, int[] folds, int fold) {
            for (int i = 0; i < rows.length; i++) {
                if (folds[i] == fold) {
                    scores[i] = part.logOdds(rows[i]);
                }
            }
        }

        private int least(double[][] candidates) {
            return IntStream.range(0, candidates.length)
                    .boxed()
                    .min(Comparator.comparingDouble(i -> loss(candidates[i])))
                    .orElseThrow();
        }

        private double loss(double[] scores) {
            return ProbabilityScores.logLoss(new Predictions(scores, Rows.outcomes(table, rows)));
        }

        /** A logistic regression of the outcome on the three log-odds; one that would count against the outcome is left out. */
        LinearModel blend() {
            boolean[] used = {true, true, true};
            while (true) {
                double[][] columns = new double[rows.length][3];
                for (int i = 0; i < rows.length; i++) {
                    for (int m = 0; m < 3; m++) {
                        columns[i][m] = used[m] ? unseen[m][i] : 0;
                    }
                }
                Sample sample = new Sample(columns, Rows.outcomes(table, rows));
                LinearModel model = new NewtonTrainer().train(sample, new Penalty(1));
                double[] weights = model.weights();
                int worst = IntStream.range(0, 3)
                        .boxed()
                        .min(Comparator.comparingDouble(m -> weights[m]))
                        .orElseThrow();
                if (weights[worst] >= 0 || !used[worst]) {
                    return model;
                }
                used[worst] = false;
            }
        }
    }
}
