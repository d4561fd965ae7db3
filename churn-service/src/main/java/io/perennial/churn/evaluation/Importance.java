package io.perennial.churn.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * How much a feature moves scores: the mean of its contributions' absolute values over shoppers (the mean absolute SHAP value),
 * with a percentile bootstrap interval over shoppers. In log-odds, but for a forest, whose scale is the probability.
 */
public record Importance(String feature, Interval meanContribution) {

    /**
     * Of each feature, the greatest first.
     *
     * @param contributions a row a shopper, a column a feature
     */
    public static List<Importance> of(List<String> features, List<double[]> contributions, int resamples, long seed) {
        int shoppers = contributions.size();
        double[][] means = new double[features.size()][resamples];
        SplittableRandom random = new SplittableRandom(seed);
        for (int resample = 0; resample < resamples && shoppers > 0; resample++) {
            for (int i = 0; i < shoppers; i++) {
                double[] drawn = contributions.get(random.nextInt(shoppers));
                for (int feature = 0; feature < means.length; feature++) {
                    means[feature][resample] += Math.abs(drawn[feature]) / shoppers;
                }
            }
        }
        List<Importance> all = new ArrayList<>();
        for (int feature = 0; feature < means.length; feature++) {
            int column = feature;
            double mean = contributions.stream()
                    .mapToDouble(row -> Math.abs(row[column]))
                    .average()
                    .orElse(0);
            Arrays.sort(means[feature]);
            all.add(new Importance(
                    features.get(feature),
                    new Interval(
                            mean,
                            means[feature][(int) Math.round(0.025 * (resamples - 1))],
                            means[feature][(int) Math.round(0.975 * (resamples - 1))])));
        }
        all.sort(Comparator.comparingDouble(
                importance -> -importance.meanContribution().value()));
        return List.copyOf(all);
    }
}
