package io.perennial.churn.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** SHAP values against their definition, and what they must sum to. */
class TreeShapTests {

    private static final int COLUMNS = 6;

    @Test
    void oneSplitMovesTheRowFromTheMeanToItsLeaf() {
        Tree tree = new Tree();
        tree.add(new Tree.Node(0, 5, false, 1, 2, 0, 4));
        tree.add(Tree.Node.leaf(1, 3));
        tree.add(Tree.Node.leaf(9, 1));
        TreeShap shap = new TreeShap(List.of(tree), 10, 2);
        assertThat(shap.expected()).isCloseTo(10 + 2 * 3, within(1e-12));
        double[][] added = shap.contributions(List.of(new double[] {5, 0}, new double[] {6, 0}));
        assertThat(added[0]).containsExactly(new double[] {2 * (1 - 3), 0}, within(1e-12));
        assertThat(added[1]).containsExactly(new double[] {2 * (9 - 3), 0}, within(1e-12));
    }

    @Test
    void theyAreTheShapleyValuesOfAllSubsetsOfColumns() {
        for (long seed = 0; seed < 60; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            List<Tree> trees = new ArrayList<>();
            for (int number = 0; number < 3; number++) {
                Tree tree = new Tree();
                // Up to nine levels of six columns: some column comes twice on the longest paths.
                grow(tree, 9, 1 + random.nextInt(500), random);
                trees.add(tree);
            }
            double[] row = row(random);
            double[] expected = new double[COLUMNS];
            for (Tree tree : trees) {
                bruteForce(tree, row, expected);
            }
            assertThat(new TreeShap(trees, 0, 1).contributions(List.of(row))[0])
                    .as("seed %d", seed)
                    .containsExactly(expected, within(1e-9));
        }
    }

    @Test
    void withWhatIsExpectedTheySumToTheValue() {
        Sample sample = sample(1_500);
        BoostedTrees boosted = BoostedTrees.train(sample, new BoostedTrees.Settings(60, 0.1, 4, 20, 0.7, 0.6), 3);
        RandomForest forest = RandomForest.train(sample, 30, 5, 3);
        List<double[]> rows = sample.rows().subList(0, 200);
        TreeShap ofBoosted = boosted.shap();
        TreeShap ofForest = forest.shap();
        double[][] logOdds = ofBoosted.contributions(rows);
        double[][] probability = ofForest.contributions(rows);
        for (int i = 0; i < rows.size(); i++) {
            assertThat(ofBoosted.expected() + Arrays.stream(logOdds[i]).sum())
                    .isCloseTo(boosted.logOdds(rows.get(i)), within(1e-9));
            assertThat(ofForest.expected() + Arrays.stream(probability[i]).sum())
                    .isCloseTo(forest.probability(rows.get(i)), within(1e-9));
        }
    }

    @Test
    void whatIsExpectedIsTheMeanOverWhatATreeWasGrownOn() {
        Sample sample = sample(800);
        BoostedTrees boosted = BoostedTrees.train(sample, new BoostedTrees.Settings(30, 0.1, 3, 20, 1, 1), 3);
        assertThat(boosted.shap().expected())
                .isCloseTo(
                        sample.rows().stream()
                                .mapToDouble(boosted::logOdds)
                                .average()
                                .orElseThrow(),
                        within(1e-9));
    }

    @Test
    void aColumnNoSplitAsksAddsExactlyNothing() {
        Sample sample = sample(1_000);
        int constant = COLUMNS - 1;
        double[][] boosted = BoostedTrees.train(sample, new BoostedTrees.Settings(40, 0.1, 4, 20, 0.7, 1), 3)
                .shap()
                .contributions(sample.rows());
        double[][] forest = RandomForest.train(sample, 20, 10, 3).shap().contributions(sample.rows());
        for (int i = 0; i < sample.size(); i++) {
            assertThat(boosted[i][constant]).isZero();
            assertThat(forest[i][constant]).isZero();
            assertThat(boosted[i][0]).isNotZero();
        }
    }

    @Test
    void fewPointsIntegratePolynomialsExactly() {
        for (int count = 1; count <= 8; count++) {
            GaussLegendre integral = new GaussLegendre(count);
            for (int degree = 0; degree < 2 * count; degree++) {
                double sum = 0;
                for (int i = 0; i < count; i++) {
                    sum += integral.weight(i) * Math.pow(integral.point(i), degree);
                }
                assertThat(sum).isCloseTo(1.0 / (degree + 1), within(1e-14));
            }
        }
    }

    /** The sum over all subsets of the other columns, each with its weight (Shapley 1953). */
    private static void bruteForce(Tree tree, double[] row, double[] added) {
        for (int column = 0; column < COLUMNS; column++) {
            for (int known = 0; known < 1 << COLUMNS; known++) {
                if ((known >> column & 1) == 0) {
                    int size = Integer.bitCount(known);
                    double weight = factorial(size) * factorial(COLUMNS - size - 1) / factorial(COLUMNS);
                    added[column] +=
                            weight * (expected(tree, 0, row, known | 1 << column) - expected(tree, 0, row, known));
                }
            }
        }
    }

    private static double expected(Tree tree, int number, double[] row, int known) {
        Tree.Node node = tree.node(number);
        if (node.isLeaf()) {
            return node.value();
        }
        if ((known >> node.column() & 1) == 1) {
            return expected(tree, node.goesLeft(row[node.column()]) ? node.left() : node.right(), row, known);
        }
        return (tree.node(node.left()).cover() * expected(tree, node.left(), row, known)
                        + tree.node(node.right()).cover() * expected(tree, node.right(), row, known))
                / node.cover();
    }

    private static double factorial(int n) {
        return n < 2 ? 1 : n * factorial(n - 1);
    }

    private static int grow(Tree tree, int levels, int cover, SplittableRandom random) {
        int number = tree.add(Tree.Node.leaf(random.nextDouble(-1, 1), cover));
        if (levels > 0 && cover > 1) {
            int leftCover = random.nextInt(1, cover);
            int left = grow(tree, levels - 1, leftCover, random);
            int right = grow(tree, levels - 1, cover - leftCover, random);
            tree.set(
                    number,
                    new Tree.Node(
                            random.nextInt(COLUMNS), random.nextDouble(), random.nextBoolean(), left, right, 0, cover));
        }
        return number;
    }

    private static double[] row(SplittableRandom random) {
        double[] row = new double[COLUMNS];
        Arrays.setAll(row, column -> random.nextInt(4) == 0 ? Double.NaN : random.nextDouble());
        return row;
    }

    /** The outcome hangs on the first two columns; a fifth of the values are missing, the last column is constant. */
    private static Sample sample(int size) {
        SplittableRandom random = new SplittableRandom(1);
        double[][] rows = new double[size][];
        boolean[] outcomes = new boolean[size];
        for (int i = 0; i < size; i++) {
            rows[i] = row(random);
            rows[i][COLUMNS - 1] = 3;
            outcomes[i] = (rows[i][0] > 0.5) ^ (rows[i][1] > 0.3) ^ (random.nextInt(10) == 0);
        }
        return new Sample(rows, outcomes);
    }
}
