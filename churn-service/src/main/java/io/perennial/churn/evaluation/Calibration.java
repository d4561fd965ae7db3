package io.perennial.churn.evaluation;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether of those given 70 % about 70 % churned: bins of equal mass by score, and the expected calibration error, the mean
 * distance of said and seen over shoppers (Naeini, Cooper and Hauskrecht 2015).
 */
public record Calibration(double expectedError, List<Bin> bins) {

    /** Shoppers of similar score: the mean of what was said, the share of what was seen. */
    public record Bin(int shoppers, double predicted, double observed) {}

    /** At most {@code count} bins; none is empty. */
    public static Calibration of(Predictions predictions, int count) {
        int[] ascending = predictions.ascending();
        List<Bin> bins = new ArrayList<>();
        double error = 0;
        for (int bin = 0; bin < count; bin++) {
            int from = (int) ((long) bin * ascending.length / count);
            int to = (int) ((long) (bin + 1) * ascending.length / count);
            if (from == to) {
                continue;
            }
            double predicted = 0;
            double observed = 0;
            for (int i = from; i < to; i++) {
                predicted += predictions.probability(ascending[i]);
                observed += predictions.churned(ascending[i]) ? 1 : 0;
            }
            error += Math.abs(predicted - observed);
            bins.add(new Bin(to - from, predicted / (to - from), observed / (to - from)));
        }
        return new Calibration(error / ascending.length, List.copyOf(bins));
    }
}
