package io.perennial.recommendation.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DemandTrainerTests {

    private static final long SEED = 4_000;
    private static final int HORIZON = 4;

    @Test
    void classesAreThoseOfSyntetosAndBoylan() {
        assertThat(DemandClass.of(filled(20, 10, 11))).isEqualTo(DemandClass.SMOOTH);
        assertThat(DemandClass.of(filled(20, 1, 100))).isEqualTo(DemandClass.ERRATIC);
        assertThat(DemandClass.of(filled(20, 0, 10))).isEqualTo(DemandClass.INTERMITTENT);
        assertThat(DemandClass.of(filled(20, 0, 1, 0, 100))).isEqualTo(DemandClass.LUMPY);
        assertThat(DemandClass.of(filled(7, 5))).isEqualTo(DemandClass.NEW);
        assertThat(DemandClass.of(new double[20])).isEqualTo(DemandClass.INTERMITTENT);
    }

    @Test
    void whatIsChosenIsNoWorseThanTheFourWeekMeanOnWhatCameAfter() {
        System.out.println("DemandTrainerTests seed " + SEED);
        Random random = new Random(SEED);
        List<double[]> histories = new ArrayList<>();
        for (int product = 0; product < 300; product++) {
            histories.add(poisson(random, product % 3 == 0 ? 0.3 : 12, 64));
        }
        List<double[]> known =
                histories.stream().map(history -> Arrays.copyOf(history, 60)).toList();
        DemandModel model = new DemandTrainer(HORIZON, 8).train(known);
        double errors = 0;
        double meansErrors = 0;
        int inside = 0;
        for (double[] history : histories) {
            double[] before = Arrays.copyOf(history, 60);
            DemandForecast forecast = model.forecast(before);
            double mean = new ForecastMethod.Mean(4).forecast(before, 1)[0];
            double total = 0;
            for (int week = 0; week < HORIZON; week++) {
                errors +=
                        Math.abs(history[60 + week] - forecast.weeks().get(week).expected());
                meansErrors += Math.abs(history[60 + week] - mean);
                total += history[60 + week];
            }
            inside +=
                    total >= forecast.total().low() && total <= forecast.total().high() ? 1 : 0;
        }
        assertThat(errors).isLessThan(meansErrors);
        assertThat(inside / 300.0).as("of an interval of 80 %").isBetween(0.73, 0.9);
    }

    @Test
    void withoutEnoughToChooseByThereIsStillAnAnswer() {
        DemandModel model = new DemandTrainer(HORIZON, 8).train(List.of());
        DemandForecast forecast = model.forecast(new double[] {3});
        assertThat(forecast.weeks()).hasSize(HORIZON);
        assertThat(forecast.total().expected()).isEqualTo(12);
        assertThat(forecast.total().low()).isLessThan(12);
        assertThat(forecast.total().high()).isGreaterThan(12);
    }

    private static double[] filled(int weeks, double... pattern) {
        double[] history = new double[weeks];
        for (int week = 0; week < weeks; week++) {
            history[week] = pattern[week % pattern.length];
        }
        return history;
    }

    private static double[] poisson(Random random, double rate, int weeks) {
        double[] history = new double[weeks];
        for (int week = 0; week < weeks; week++) {
            double product = random.nextDouble();
            while (product > Math.exp(-rate)) {
                history[week]++;
                product *= random.nextDouble();
            }
        }
        return history;
    }
}
