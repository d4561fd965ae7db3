package io.perennial.deploy.bench.demand;

import io.perennial.deploy.bench.report.CannotMeasure;
import io.perennial.deploy.bench.report.Figure;
import io.perennial.deploy.bench.report.Progress;
import io.perennial.recommendation.forecast.DemandTrainer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Demand as the service forecasts it, from a rolling origin: at each week of the second half of the data it trains on what
 * was before (methods are chosen by a back-test inside that), forecasts every product that was sold before, and is compared
 * with what came.
 */
public final class DemandQuality {

    private static final int HORIZON = 4;
    private static final int ORIGINS = 8;

    private final Progress progress;

    public DemandQuality(Progress progress) {
        this.progress = progress;
    }

    /** On Online Retail's sales. */
    public List<Figure> measure(Path onlineRetail) {
        var sales = read(onlineRetail);
        progress.says("%d products in %d complete weeks from %s"
                .formatted(sales.units().size(), sales.weeks(), sales.first()));
        var accuracy = new Accuracy();
        var started = System.nanoTime();
        var origins = 0;
        for (var origin = sales.weeks() / 2; origin + HORIZON <= sales.weeks(); origin++) {
            measure(sales, origin, accuracy);
            origins++;
        }
        if (accuracy.forecasts() == 0) {
            throw new CannotMeasure("the file covers too few weeks to forecast any");
        }
        progress.says(
                "%d origins, %d forecasts of %d weeks; error is the summed absolute error over products, origins and weeks"
                        .formatted(origins, accuracy.forecasts(), HORIZON));
        return List.of(
                new Figure("demand_error_over_naive", accuracy.absoluteOverNaive()),
                new Figure("demand_error_over_four_week_mean", accuracy.absoluteOverMean()),
                new Figure("demand_rmse_over_naive", accuracy.squaredOverNaive()),
                new Figure("demand_rmse_over_four_week_mean", accuracy.squaredOverMean()),
                new Figure("demand_wape", accuracy.wape()),
                new Figure("demand_expected_over_sold", accuracy.expectedOverSold()),
                new Figure("demand_interval80_coverage", accuracy.coverage()),
                new Figure("demand_seconds_an_origin", (System.nanoTime() - started) / 1e9 / origins));
    }

    private static void measure(WeeklyUnits sales, int origin, Accuracy accuracy) {
        var before = new ArrayList<double[]>();
        var actual = new ArrayList<double[]>();
        for (var units : sales.units().values()) {
            var first = firstSale(units);
            if (first < origin) {
                before.add(Arrays.copyOfRange(units, first, origin));
                actual.add(Arrays.copyOfRange(units, origin, origin + HORIZON));
            }
        }
        var model = new DemandTrainer(HORIZON, ORIGINS).train(before);
        for (var product = 0; product < before.size(); product++) {
            accuracy.add(model.forecast(before.get(product)), before.get(product), actual.get(product));
        }
    }

    private static int firstSale(double[] units) {
        var first = 0;
        while (first < units.length && units[first] == 0) {
            first++;
        }
        return first;
    }

    private static WeeklyUnits read(Path file) {
        try {
            return WeeklyUnits.read(file);
        } catch (IOException e) {
            throw new CannotMeasure("cannot read " + file + ": " + e.getMessage(), e);
        }
    }
}
