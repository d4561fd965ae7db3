package io.perennial.churn.evaluation;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Area under the ROC curve: how often who churned is scored above who did not, ties half (Mann-Whitney). Resampling by
 * weights keeps the sorted order, so an interval costs one pass a resample.
 */
public final class Ranking {

    private final Predictions predictions;
    private final int[] ascending;

    public Ranking(Predictions predictions) {
        this.predictions = predictions;
        this.ascending = predictions.ascending();
    }

    /** NaN where only one class is there. */
    public double auc() {
        int[] once = new int[predictions.size()];
        Arrays.fill(once, 1);
        return auc(once);
    }

    /** The AUC with a percentile bootstrap interval over shoppers (Efron 1979), 95 %. */
    public Interval aucInterval(int resamples, long seed) {
        double[] values = new double[resamples];
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < resamples; i++) {
            values[i] = auc(resample(random, predictions.size()));
        }
        return Interval.percentile(auc(), values);
    }

    /** How much more AUC this has than the other on the same shoppers, with an interval from paired resamples. */
    public Interval gainOver(Ranking other, int resamples, long seed) {
        double[] gains = new double[resamples];
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < resamples; i++) {
            int[] weights = resample(random, predictions.size());
            gains[i] = auc(weights) - other.auc(weights);
        }
        return Interval.percentile(auc() - other.auc(), gains);
    }

    private double auc(int[] weights) {
        double concordant = 0;
        long churned = 0;
        long stayed = 0;
        int i = 0;
        while (i < ascending.length) {
            double score = predictions.score(ascending[i]);
            long churnedHere = 0;
            long stayedHere = 0;
            for (; i < ascending.length && predictions.score(ascending[i]) == score; i++) {
                if (predictions.churned(ascending[i])) {
                    churnedHere += weights[ascending[i]];
                } else {
                    stayedHere += weights[ascending[i]];
                }
            }
            concordant += churnedHere * (stayed + stayedHere / 2.0);
            churned += churnedHere;
            stayed += stayedHere;
        }
        return concordant / ((double) churned * stayed);
    }

    static int[] resample(SplittableRandom random, int size) {
        int[] weights = new int[size];
        for (int i = 0; i < size; i++) {
            weights[random.nextInt(size)]++;
        }
        return weights;
    }
}
