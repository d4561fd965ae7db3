package io.perennial.churn.watch;

import io.perennial.churn.evaluation.Interval;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * What was said beside what came true, in the mean over shoppers.
 *
 * @param source {@code published}: scores as published a horizon ago; {@code lookback}: what the serving model would have said
 *     then, until enough of those are known
 * @param shoppers with an outcome
 * @param treated of them, contacted by our own campaigns: left out, those held out weigh for them
 * @param predicted mean probability
 * @param observed share for whom it came to be
 * @param gap the one less the other, with its 95 % bootstrap interval
 * @param flagged the gap is beyond the bound, or a third of a rare outcome, and its interval excludes 0
 */
public record CalibrationCheck(
        String source, int shoppers, int treated, double predicted, double observed, Interval gap, boolean flagged) {

    private static final int RESAMPLES = 200;
    private static final int ENOUGH_OF_THE_RARER = 100;

    static CalibrationCheck of(String source, List<Outcome> outcomes, double bound, long seed) {
        List<Outcome> honest =
                outcomes.stream().filter(outcome -> outcome.weight() > 0).toList();
        double predicted = mean(honest, null, true);
        double observed = mean(honest, null, false);
        double[] gaps = new double[RESAMPLES];
        SplittableRandom random = new SplittableRandom(seed);
        for (int resample = 0; resample < RESAMPLES; resample++) {
            int[] drawn =
                    random.ints(honest.size(), 0, Math.max(1, honest.size())).toArray();
            gaps[resample] = mean(honest, drawn, true) - mean(honest, drawn, false);
        }
        Arrays.sort(gaps);
        Interval gap = new Interval(predicted - observed, gaps[5], gaps[RESAMPLES - 6]);
        boolean beyondChance = gap.low() > 0 || gap.high() < 0;
        return new CalibrationCheck(
                source,
                outcomes.size(),
                outcomes.size() - honest.size(),
                predicted,
                observed,
                gap,
                beyondChance && Math.abs(gap.value()) > tolerated(predicted, honest.size(), bound));
    }

    /** Of a rare outcome the bound would be much: a third of it is enough, where there are so many that chance seldom makes as much. */
    private static double tolerated(double predicted, int shoppers, double bound) {
        double rarer = Math.min(predicted, 1 - predicted);
        return rarer * shoppers < ENOUGH_OF_THE_RARER ? bound : Math.min(bound, rarer / 3);
    }

    private static double mean(List<Outcome> outcomes, int @Nullable [] drawn, boolean said) {
        double sum = 0;
        double weights = 0;
        for (int i = 0; i < outcomes.size(); i++) {
            Outcome outcome = outcomes.get(drawn == null ? i : drawn[i]);
            sum += outcome.weight() * (said ? outcome.probability() : outcome.cameToBe() ? 1 : 0);
            weights += outcome.weight();
        }
        return weights == 0 ? 0 : sum / weights;
    }
}
