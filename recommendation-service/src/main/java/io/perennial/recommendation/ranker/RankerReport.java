package io.perennial.recommendation.ranker;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What came of learning a ranker.
 *
 * @param refused why there is none; null where there is one
 * @param shelves that were learnt from
 * @param chosen products clicked, put into the cart or bought of them
 * @param ordered those of them that were bought
 * @param evaluation null where it did not come to that
 * @param weights log-odds a feature adds where it is 1; empty where there is none
 * @param examination how likely each place is looked at, beside the first; likewise
 */
public record RankerReport(
        @Nullable String refused,
        int shelves,
        int chosen,
        int ordered,
        @Nullable Gain evaluation,
        Map<String, Double> weights,
        List<Double> examination) {

    /**
     * How much better choices were foretold on the later shelves, by what was trained on the earlier ones.
     *
     * @param shelves that were foretold
     * @param logLoss of the ranker, in nats a shelf
     * @param fixedLogLoss of the fixed blend, calibrated on the same shelves with examination of its own
     * @param gain by which the ranker's is less
     * @param error one standard error of the gain
     */
    public record Gain(int shelves, double logLoss, double fixedLogLoss, double gain, double error) {

        static Gain of(ShelfRanker ranker, ShelfRanker fixed, List<JudgedShelf> later) {
            double[] own = later.stream().mapToDouble(ranker::logLoss).toArray();
            double[] peer = later.stream().mapToDouble(fixed::logLoss).toArray();
            double[] gains = new double[own.length];
            Arrays.setAll(gains, shelf -> peer[shelf] - own[shelf]);
            double gain = mean(gains);
            double squares =
                    Arrays.stream(gains).map(one -> (one - gain) * (one - gain)).sum();
            double error = Math.sqrt(squares / Math.max(1, gains.length - 1) / Math.max(1, gains.length));
            return new Gain(later.size(), mean(own), mean(peer), gain, error);
        }

        private static double mean(double[] values) {
            return Arrays.stream(values).average().orElse(0);
        }
    }

    static RankerReport of(
            List<JudgedShelf> shelves, @Nullable String refused, @Nullable Gain gain, @Nullable ShelfRanker ranker) {
        Map<String, Double> weights = new TreeMap<>();
        if (ranker != null) {
            ranker.weights().forEach((feature, weight) -> weights.put(wire(feature), weight));
        }
        return new RankerReport(
                refused,
                shelves.size(),
                shelves.stream().mapToInt(JudgedShelf::choices).sum(),
                shelves.stream().mapToInt(JudgedShelf::orders).sum(),
                gain,
                weights,
                ranker == null
                        ? List.of()
                        : Arrays.stream(ranker.examination).boxed().toList());
    }

    private static String wire(Feature feature) {
        return feature.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
