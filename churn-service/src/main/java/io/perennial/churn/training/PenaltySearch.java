package io.perennial.churn.training;

import io.perennial.churn.evaluation.Predictions;
import io.perennial.churn.evaluation.ProbabilityScores;
import io.perennial.churn.learning.NewtonTrainer;
import io.perennial.churn.learning.Penalty;
import io.perennial.churn.learning.Sample;
import io.perennial.churn.model.LinearModel;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Chooses how strongly weights are held by what it does to later shoppers: learnt from all but the latest snapshot of one half
 * of the shoppers, judged by log-loss on the latest snapshot of the other half, both ways. So neither time nor a shopper leaks,
 * and what is evaluated on plays no part.
 */
final class PenaltySearch {

    /** Standard errors: what chance alone reaches once in forty. */
    private static final double CLEARLY = 2;

    private PenaltySearch() {}

    /**
     * The first candidate, unless another's log-loss is lower by more than two standard errors of their difference; of several such
     * the lowest. The first without a search where a half lacks a class.
     */
    static Penalty among(List<Double> candidates, TrainingData data) {
        Penalty best = new Penalty(candidates.getFirst());
        if (candidates.size() == 1) {
            return best;
        }
        double[] first = losses(best, data);
        double largestGain = 0;
        for (double candidate : candidates.subList(1, candidates.size())) {
            double[] gains = losses(new Penalty(candidate), data);
            Arrays.setAll(gains, i -> first[i] - gains[i]);
            double gain = Arrays.stream(gains).average().orElse(0);
            if (gain > largestGain && gain > CLEARLY * standardError(gains, gain)) {
                largestGain = gain;
                best = new Penalty(candidate);
            }
        }
        return best;
    }

    private static double standardError(double[] values, double mean) {
        double squares = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        return Math.sqrt(squares) / values.length;
    }

    /** Of each later shopper; none where nothing could be learnt from a half. */
    private static double[] losses(Penalty penalty, TrainingData data) {
        double[][] halves = new double[2][];
        for (int half = 0; half < 2; half++) {
            List<LabelledShopper> earlier = half(data.earlier(), half);
            Sample sample = earlier.isEmpty() ? null : LabelledShopper.sample(earlier);
            if (sample == null || !sample.hasBothClasses()) {
                return new double[0];
            }
            LinearModel model = new NewtonTrainer().train(sample, penalty);
            Predictions later = ModelTrainer.predictions(model, half(data.latest(), 1 - half));
            halves[half] = IntStream.range(0, later.size())
                    .mapToDouble(i -> ProbabilityScores.logLoss(later.score(i), later.churned(i)))
                    .toArray();
        }
        return DoubleStream.concat(Arrays.stream(halves[0]), Arrays.stream(halves[1]))
                .toArray();
    }

    private static List<LabelledShopper> half(List<LabelledShopper> rows, int parity) {
        return rows.stream()
                .filter(row -> (row.profileId().value().getLeastSignificantBits() & 1) == parity)
                .toList();
    }
}
