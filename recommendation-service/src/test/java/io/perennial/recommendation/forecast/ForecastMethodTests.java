package io.perennial.recommendation.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.perennial.recommendation.forecast.ForecastMethod.Average;
import io.perennial.recommendation.forecast.ForecastMethod.Croston;
import io.perennial.recommendation.forecast.ForecastMethod.Mean;
import io.perennial.recommendation.forecast.ForecastMethod.RootSmoothing;
import io.perennial.recommendation.forecast.ForecastMethod.Seasonal;
import io.perennial.recommendation.forecast.ForecastMethod.Smoothing;
import io.perennial.recommendation.forecast.ForecastMethod.Tsb;
import org.junit.jupiter.api.Test;

class ForecastMethodTests {

    @Test
    void meansByHand() {
        assertThat(new Mean(1).forecast(new double[] {9, 4}, 2)).containsExactly(4, 4);
        assertThat(new Mean(4).forecast(new double[] {9, 4, 5}, 1)).containsExactly(6);
    }

    @Test
    void smoothingByHand() {
        // The level begins at the mean of the first four, 4: 4 → 3 → 3.5 → 4.75 → 4.375.
        assertThat(new Smoothing(0.5, 0, 1).forecast(new double[] {2, 4, 6, 4}, 2))
                .containsExactly(4.375, 4.375);
    }

    @Test
    void aDampedTrendFlattensOut() {
        // 10: error 10, level 5 + … by hand: at = 10 (mean), slope 0; error 10 at the last week: at 15, slope 5.
        double[] forecast = new Smoothing(0.5, 1, 0.5).forecast(new double[] {10, 10, 10, 10, 20}, 3);
        assertThat(forecast).containsExactly(15 + 2.5, 15 + 3.75, 15 + 4.375);
        assertThat(new Smoothing(1, 1, 1).forecast(new double[] {9, 6, 3, 0}, 2))
                .containsExactly(0, 0);
    }

    @Test
    void crostonSmoothsSizeAndIntervalApart() {
        double[] history = {0, 4, 0, 0, 8};
        // Size 4 → 4 + .5 · 4 = 6; interval 2 → 2 + .5 · 1 = 2.5.
        assertThat(new Croston(0.5, false).forecast(history, 1)[0]).isCloseTo(2.4, within(1e-12));
        assertThat(new Croston(0.5, true).forecast(history, 1)[0]).isCloseTo(1.8, within(1e-12));
        assertThat(new Croston(0.5, true).forecast(new double[] {0, 0}, 1)).containsExactly(0);
    }

    @Test
    void tsbForgetsWhatIsNoLongerBought() {
        // Chance ½ → ¾ → 3/8, size 4.
        assertThat(new Tsb(0.5, 0.5).forecast(new double[] {4, 0}, 1)[0]).isCloseTo(1.5, within(1e-12));
        double[] dead = new double[60];
        dead[0] = 100;
        assertThat(new Tsb(0.3, 0.2).forecast(dead, 1)[0]).isLessThan(1e-6);
        assertThat(new Croston(0.3, true).forecast(dead, 1)[0])
                .as("as Croston does not")
                .isGreaterThan(10);
    }

    @Test
    void rootsAreMovedLessByABulkOrder() {
        double[] bulk = {4, 4, 4, 4, 400};
        assertThat(new RootSmoothing(0.5).forecast(bulk, 1)[0]).isCloseTo(121, within(1e-9)); // (2 + ½ · 18)²
        assertThat(new Smoothing(0.5, 0, 1).forecast(bulk, 1)[0]).isEqualTo(202);
        assertThat(new Average(new Mean(1), new Mean(5)).forecast(bulk, 1)[0])
                .isCloseTo((400 + 83.2) / 2, within(1e-9));
    }

    @Test
    void aSeasonIsRepeatedOnceItWasSeenTwice() {
        double[] history = new double[24];
        for (int week = 0; week < history.length; week++) {
            history[week] = week % 4 == 3 ? 40 : 10;
        }
        Seasonal seasonal = new Seasonal(new Smoothing(0.2, 0.05, 0.9), 0.2, 4);
        assertThat(seasonal.forecast(history, 4)).containsExactly(new double[] {10, 10, 10, 40}, within(1e-9));
        double[] young = {1, 2, 3};
        assertThat(seasonal.forecast(young, 2))
                .containsExactly(seasonal.smoothing().forecast(young, 2));
    }
}
