package io.perennial.churn.table;

import io.perennial.churn.evaluation.Predictions;
import io.perennial.churn.evaluation.Ranking;
import io.perennial.churn.table.Finding.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Whether one column alone says the label: the label in other words, or something written down after the fact. Values are put
 * into bins and each bin's share of positives is taken from the other half of the rows, so a column of many levels does not look better
 * than it is.
 */
final class LeakCheck {

    /** AUC of a column alone from which it is left out. */
    static final double LEAK = 0.985;

    private static final double SUSPICIOUS = 0.95;
    private static final int BINS = 100;

    private LeakCheck() {}

    static boolean leaks(Column column, boolean[] outcomes, Set<String> trusted, List<Finding> findings) {
        double auc = aucAlone(column, outcomes);
        if (!(auc >= SUSPICIOUS) || trusted.contains(column.name())) {
            return false;
        }
        boolean leak = auc >= LEAK;
        findings.add(new Finding(
                leak ? Kind.LEAK : Kind.SUSPICIOUS,
                column.name(),
                String.format(
                        Locale.ROOT,
                        "alone tells the label with an AUC of %.3f: %s",
                        auc,
                        leak
                                ? "left out as the label in other words; trust it explicitly if it was known in time"
                                : "kept, but make sure that it was known before the outcome")));
        return leak;
    }

    static double aucAlone(Column column, boolean[] outcomes) {
        int[] bins = bins(column);
        int count = Arrays.stream(bins).max().orElse(0) + 1;
        double[][] positives = new double[2][count];
        double[][] all = new double[2][count];
        double rate = 0;
        for (int row = 0; row < outcomes.length; row++) {
            positives[row % 2][bins[row]] += outcomes[row] ? 1 : 0;
            all[row % 2][bins[row]]++;
            rate += outcomes[row] ? 1.0 / outcomes.length : 0;
        }
        double[] scores = new double[outcomes.length];
        for (int row = 0; row < scores.length; row++) {
            int other = 1 - row % 2;
            scores[row] = (positives[other][bins[row]] + rate) / (all[other][bins[row]] + 1);
        }
        return new Ranking(new Predictions(scores, outcomes)).auc();
    }

    private static int[] bins(Column column) {
        return switch (column) {
            case Column.Categorical categorical -> categorical.codes();
            case Column.Numeric numeric -> {
                double[] cuts = Quantiles.cuts(numeric.values(), BINS);
                yield Arrays.stream(numeric.values())
                        .mapToInt(value -> Double.isNaN(value) ? 0 : 1 + Quantiles.bin(cuts, value))
                        .toArray();
            }
        };
    }
}
