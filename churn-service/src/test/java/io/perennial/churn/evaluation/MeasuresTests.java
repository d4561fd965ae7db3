package io.perennial.churn.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Each measure on an example computed by hand. */
class MeasuresTests {

    @Test
    void aucCountsPairsAndTiesHalf() {
        // Churned 3, 2, 1 and stayed 2, 0: of six pairs 3>2, 3>0, 2>0, 1>0 are right, 2=2 is half, 1<2 is wrong.
        Predictions predictions = predictions(new double[] {3, 2, 1, 2, 0}, true, true, true, false, false);
        assertThat(new Ranking(predictions).auc()).isCloseTo(4.5 / 6, within(1e-12));
    }

    @Test
    void aucOfOneClassIsNoNumber() {
        assertThat(new Ranking(predictions(new double[] {1, 2}, true, true)).auc())
                .isNaN();
    }

    @Test
    void anIntervalHoldsTheValueAndRepeats() {
        Ranking ranking = new Ranking(random(400, 1));
        Interval interval = ranking.aucInterval(200, 7);
        assertThat(interval.value()).isBetween(interval.low(), interval.high());
        assertThat(interval.high() - interval.low()).isBetween(0.05, 0.15);
        assertThat(ranking.aucInterval(200, 7)).isEqualTo(interval);
        assertThat(ranking.gainOver(ranking, 50, 7)).isEqualTo(new Interval(0, 0, 0));
    }

    @Test
    void logLossIsTheMeanSurprise() {
        // 0.75 said and true, 0.25 said and true.
        Predictions predictions = predictions(new double[] {Math.log(3), -Math.log(3)}, true, true);
        assertThat(ProbabilityScores.logLoss(predictions))
                .isCloseTo(-(Math.log(0.75) + Math.log(0.25)) / 2, within(1e-12));
        assertThat(ProbabilityScores.baseLogLoss(0.5)).isCloseTo(Math.log(2), within(1e-12));
        assertThat(ProbabilityScores.baseLogLoss(1)).isZero();
        assertThat(ProbabilityScores.logLoss(predictions(new double[] {-800}, true)))
                .isCloseTo(800, within(1e-9));
    }

    @Test
    void brierIsTheMeanSquaredError() {
        Predictions predictions = predictions(new double[] {Math.log(3), -Math.log(3)}, true, true);
        assertThat(ProbabilityScores.brier(predictions)).isCloseTo((0.25 * 0.25 + 0.75 * 0.75) / 2, within(1e-12));
    }

    @Test
    void calibrationErrorIsTheMeanDistanceOfSaidAndSeen() {
        // Two bins of two: said .25 and seen .5, said .75 and seen 1.
        double low = -Math.log(3);
        double high = Math.log(3);
        Calibration calibration =
                Calibration.of(predictions(new double[] {high, low, low, high}, true, true, false, true), 2);
        assertThat(calibration.expectedError()).isCloseTo(0.25, within(1e-12));
        assertThat(calibration.bins()).hasSize(2);
        assertThat(calibration.bins().getFirst().shoppers()).isEqualTo(2);
        assertThat(calibration.bins().getFirst().predicted()).isCloseTo(0.25, within(1e-12));
        assertThat(calibration.bins().getFirst().observed()).isEqualTo(0.5);
        assertThat(Calibration.of(predictions(new double[] {1, 2}, true, false), 10)
                        .bins())
                .hasSize(2);
    }

    @Test
    void plattFindsTheAffineMapThatSaysWhatIsSeen() {
        // At score -1 a quarter churned, at +1 three quarters: log-odds ∓ln 3, so the slope is ln 3 and the offset 0.
        int each = 4_000;
        double[] scores = new double[2 * each];
        boolean[] churned = new boolean[2 * each];
        for (int i = 0; i < each; i++) {
            scores[i] = -1;
            churned[i] = i % 4 == 0;
            scores[each + i] = 1;
            churned[each + i] = i % 4 != 0;
        }
        PlattScaling scaling = PlattScaling.fit(new Predictions(scores, churned));
        assertThat(scaling.slope()).isCloseTo(Math.log(3), within(2e-3));
        assertThat(scaling.offset()).isCloseTo(0, within(1e-6));
    }

    @Test
    void plattSurvivesPerfectSeparation() {
        PlattScaling scaling = PlattScaling.fit(predictions(new double[] {-2, -1, 1, 2}, false, false, true, true));
        assertThat(scaling.slope()).isPositive().isLessThan(100);
        assertThat(scaling.offset()).isFinite();
    }

    @Test
    void scoresMustBeFinite() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> predictions(new double[] {Double.POSITIVE_INFINITY}, true));
    }

    private static Predictions predictions(double[] scores, boolean... churned) {
        return new Predictions(scores, churned);
    }

    private static Predictions random(int size, long seed) {
        Random random = new Random(seed);
        double[] scores = new double[size];
        boolean[] churned = new boolean[size];
        for (int i = 0; i < size; i++) {
            scores[i] = random.nextGaussian();
            churned[i] = random.nextGaussian() + scores[i] > 0;
        }
        return new Predictions(scores, churned);
    }
}
