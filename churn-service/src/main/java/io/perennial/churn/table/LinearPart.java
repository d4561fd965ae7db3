package io.perennial.churn.table;

import io.perennial.churn.learning.NewtonTrainer;
import io.perennial.churn.learning.Penalty;
import io.perennial.churn.learning.Sample;
import io.perennial.churn.model.LinearModel;
import io.perennial.churn.model.Standardiser;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Logistic regression over an encoded table, if asked for with interactions: products of what the strongest columns add to the
 * log-odds (Tukey's one degree of freedom for each pair).
 */
final class LinearPart {

    private static final int STRONGEST = 6;

    private final LinearEncoding encoding;
    private final LinearModel main;
    private final int[] strongest;
    private final @Nullable LinearModel whole;

    private LinearPart(LinearEncoding encoding, LinearModel main, int[] strongest, @Nullable LinearModel whole) {
        this.encoding = encoding;
        this.main = main;
        this.strongest = strongest;
        this.whole = whole;
    }

    /** Rows encoded once, to be learnt from with several penalties. */
    record Encoded(LinearEncoding encoding, Sample sample, Standardiser standardiser) {

        static Encoded of(LabelledTable table, int[] rows) {
            LinearEncoding encoding = LinearEncoding.fit(table.columns(), rows);
            double[][] encoded = Arrays.stream(rows).mapToObj(encoding::encode).toArray(double[][]::new);
            Sample sample = new Sample(encoded, Rows.outcomes(table, rows));
            return new Encoded(encoding, sample, encoding.standardiser(sample.rows()));
        }

        LinearPart fit(double penalty) {
            return new LinearPart(
                    encoding, new NewtonTrainer().train(sample, standardiser, new Penalty(penalty)), new int[0], null);
        }

        LinearPart fitWithInteractions(double penalty) {
            LinearPart mainOnly = fit(penalty);
            int[] strongest = mainOnly.strongest(sample);
            LinearPart products = new LinearPart(encoding, mainOnly.main, strongest, null);
            double[][] rows = sample.rows().stream().map(products::withProducts).toArray(double[][]::new);
            boolean[] outcomes = new boolean[rows.length];
            for (int i = 0; i < outcomes.length; i++) {
                outcomes[i] = sample.outcome(i);
            }
            Sample extended = new Sample(rows, outcomes);
            Standardiser spread = Standardiser.fit(extended.rows(), extended.columns());
            double[] means = spread.means();
            double[] scales = spread.scales();
            System.arraycopy(standardiser.means(), 0, means, 0, sample.columns());
            System.arraycopy(standardiser.scales(), 0, scales, 0, sample.columns());
            LinearModel whole =
                    new NewtonTrainer().train(extended, new Standardiser(means, scales), new Penalty(penalty));
            return new LinearPart(encoding, mainOnly.main, strongest, whole);
        }
    }

    double logOdds(int row) {
        double[] encoded = encoding.encode(row);
        return whole == null ? main.logOdds(encoded) : whole.logOdds(withProducts(encoded));
    }

    private double[] withProducts(double[] encoded) {
        double[] added = contributions(encoded);
        double[] extended = Arrays.copyOf(encoded, encoded.length + strongest.length * (strongest.length - 1) / 2);
        int at = encoded.length;
        for (int i = 0; i < strongest.length; i++) {
            for (int j = 0; j < i; j++) {
                extended[at++] = added[strongest[i]] * added[strongest[j]];
            }
        }
        return extended;
    }

    /** What each column of the table adds. */
    private double[] contributions(double[] encoded) {
        double[] added = new double[encoding.size() == 0 ? 0 : encoding.source(encoding.size() - 1) + 1];
        for (int column = 0; column < encoded.length; column++) {
            added[encoding.source(column)] += main.contribution(column, encoded[column]);
        }
        return added;
    }

    /** The columns of the table whose contributions spread the most. */
    private int[] strongest(Sample sample) {
        List<double[]> all = sample.rows().stream().map(this::contributions).toList();
        int columns = all.getFirst().length;
        double[] spreads = new double[columns];
        for (int column = 0; column < columns; column++) {
            int which = column;
            double mean = all.stream().mapToDouble(row -> row[which]).average().orElse(0);
            spreads[column] = all.stream()
                    .mapToDouble(row -> (row[which] - mean) * (row[which] - mean))
                    .sum();
        }
        return IntStream.range(0, columns)
                .boxed()
                .sorted(Comparator.comparingDouble(column -> -spreads[column]))
                .limit(STRONGEST)
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
