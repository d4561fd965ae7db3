package io.perennial.churn.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * What can be said of probabilities beside their AUC, each with a percentile bootstrap interval over shoppers.
 *
 * @param prAuc average precision: the area under the precision-recall curve; the base rate is what chance gives
 * @param calibrationError expected, over ten bins of equal mass
 * @param threshold the probability from which a shopper counts as leaving, for the four after it
 * @param lift churn rate of each tenth of the shoppers over that of all, those of the highest score first
 */
public record Measures(
        Interval prAuc,
        Interval logLoss,
        Interval brier,
        Interval calibrationError,
        double threshold,
        Interval accuracy,
        Interval precision,
        Interval recall,
        Interval f1,
        List<Interval> lift) {

    private static final int BINS = 10;

    /** Measures what was said, resampling so often; the same seed gives the same intervals. */
    public static Measures of(Predictions said, double threshold, int resamples, long seed) {
        Sums sums = new Sums(said, threshold);
        int[] once = new int[said.size()];
        Arrays.fill(once, 1);
        double[] estimates = sums.over(once);
        double[][] resampled = new double[estimates.length][resamples];
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < resamples; i++) {
            double[] values = sums.over(Ranking.resample(random, said.size()));
            for (int measure = 0; measure < values.length; measure++) {
                resampled[measure][i] = values[measure];
            }
        }
        List<Interval> all = new ArrayList<>();
        for (int measure = 0; measure < estimates.length; measure++) {
            all.add(Interval.percentile(estimates[measure], resampled[measure]));
        }
        return new Measures(
                all.get(0),
                all.get(1),
                all.get(2),
                all.get(3),
                threshold,
                all.get(4),
                all.get(5),
                all.get(6),
                all.get(7),
                List.copyOf(all.subList(8, all.size())));
    }

    /** The probability from which counting shoppers as leaving gives the largest F1; NaN where nobody left. */
    public static double bestThreshold(Predictions known) {
        int[] ascending = known.ascending();
        double all = known.churnedCount();
        double found = 0;
        double best = -1;
        double threshold = Double.NaN;
        for (int i = ascending.length - 1; i >= 0; i--) {
            found += known.churned(ascending[i]) ? 1 : 0;
            boolean tied = i > 0 && known.score(ascending[i - 1]) == known.score(ascending[i]);
            double f1 = 2 * found / (ascending.length - i + all);
            if (!tied && found > 0 && f1 > best) {
                best = f1;
                threshold = known.probability(ascending[i]);
            }
        }
        return threshold;
    }

    /** Computes all measures in one pass over the sorted shoppers, each counting as often as it was drawn. */
    private static final class Sums {

        private final Predictions said;
        private final int[] descending;
        private final double threshold;

        Sums(Predictions said, double threshold) {
            this.said = said;
            int[] ascending = said.ascending();
            this.descending = IntStream.range(0, ascending.length)
                    .map(i -> ascending[ascending.length - 1 - i])
                    .toArray();
            this.threshold = threshold;
        }

        /** In the order of the components. */
        double[] over(int[] counts) {
            double[] predicted = new double[BINS];
            double[] observed = new double[BINS];
            double[] members = new double[BINS];
            double loss = 0;
            double brier = 0;
            double flagged = 0;
            double caught = 0;
            for (int place = 0; place < descending.length; place++) {
                int shopper = descending[place];
                double count = counts[shopper];
                double p = said.probability(shopper);
                double churned = said.churned(shopper) ? 1 : 0;
                int bin = (int) ((long) place * BINS / descending.length);
                predicted[bin] += count * p;
                observed[bin] += count * churned;
                members[bin] += count;
                loss += count * ProbabilityScores.logLoss(said.score(shopper), said.churned(shopper));
                brier += count * (p - churned) * (p - churned);
                if (p >= threshold) {
                    flagged += count;
                    caught += count * churned;
                }
            }
            double all = Arrays.stream(members).sum();
            double churned = Arrays.stream(observed).sum();
            double error = 0;
            double[] values = new double[8 + BINS];
            for (int bin = 0; bin < BINS; bin++) {
                error += Math.abs(predicted[bin] - observed[bin]);
                values[8 + bin] = observed[bin] / members[bin] / (churned / all);
            }
            values[0] = averagePrecision(counts, churned);
            values[1] = loss / all;
            values[2] = brier / all;
            values[3] = error / all;
            values[4] = (all - churned - flagged + 2 * caught) / all;
            values[5] = caught / flagged;
            values[6] = caught / churned;
            values[7] = 2 * caught / (flagged + churned);
            return values;
        }

        private double averagePrecision(int[] counts, double churned) {
            double area = 0;
            double seen = 0;
            double found = 0;
            int place = 0;
            while (place < descending.length) {
                double score = said.score(descending[place]);
                double here = 0;
                for (; place < descending.length && said.score(descending[place]) == score; place++) {
                    int shopper = descending[place];
                    seen += counts[shopper];
                    here += said.churned(shopper) ? counts[shopper] : 0;
                }
                found += here;
                area += seen == 0 ? 0 : here * found / seen;
            }
            return area / churned;
        }
    }
}
