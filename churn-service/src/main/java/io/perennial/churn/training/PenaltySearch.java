package io.perennial.churn.training;

import io.perennial.churn.evaluation.ProbabilityScores;
import io.perennial.churn.learning.NewtonTrainer;
import io.perennial.churn.learning.Penalty;
import io.perennial.churn.learning.Sample;
import io.perennial.churn.model.LinearModel;
import java.util.List;

/**
 * Chooses how strongly weights are held by what it does to later shoppers: learnt from all but the latest snapshot of one half
 * of the shoppers, judged by log-loss on the latest snapshot of the other half, both ways. So neither time nor a shopper leaks,
 * and what is evaluated on plays no part.
 */
final class PenaltySearch {

    private PenaltySearch() {}

    /** The candidate of the lowest log-loss, of equals the first; the first without a search where a half lacks a class. */
    static Penalty among(List<Double> candidates, TrainingData data) {
        if (candidates.size() == 1) {
            return new Penalty(candidates.getFirst());
        }
        double least = Double.POSITIVE_INFINITY;
        double best = candidates.getFirst();
        for (double candidate : candidates) {
            double loss = loss(new Penalty(candidate), data);
            if (loss < least) {
                least = loss;
                best = candidate;
            }
        }
        return new Penalty(best);
    }

    private static double loss(Penalty penalty, TrainingData data) {
        double sum = 0;
        for (int half = 0; half < 2; half++) {
            List<LabelledShopper> earlier = half(data.earlier(), half);
            List<LabelledShopper> later = half(data.latest(), 1 - half);
            if (earlier.isEmpty() || later.isEmpty()) {
                return Double.NaN;
            }
            Sample sample = LabelledShopper.sample(earlier);
            if (!sample.hasBothClasses()) {
                return Double.NaN;
            }
            LinearModel model = new NewtonTrainer().train(sample, penalty);
            sum += ProbabilityScores.logLoss(ModelTrainer.predictions(model, later)) * later.size();
        }
        return sum / data.latest().size();
    }

    private static List<LabelledShopper> half(List<LabelledShopper> rows, int parity) {
        return rows.stream()
                .filter(row -> (row.profileId().value().getLeastSignificantBits() & 1) == parity)
                .toList();
    }
}
