package io.perennial.recommendation.forecast;

import io.perennial.recommendation.forecast.DemandModel.Band;
import io.perennial.recommendation.forecast.DemandModel.Fitted;
import io.perennial.recommendation.forecast.ForecastMethod.Average;
import io.perennial.recommendation.forecast.ForecastMethod.Croston;
import io.perennial.recommendation.forecast.ForecastMethod.Mean;
import io.perennial.recommendation.forecast.ForecastMethod.RootSmoothing;
import io.perennial.recommendation.forecast.ForecastMethod.Seasonal;
import io.perennial.recommendation.forecast.ForecastMethod.Smoothing;
import io.perennial.recommendation.forecast.ForecastMethod.Tsb;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Chooses a forecasting method for each class of products by a rolling back-test on their own past: every method forecasts
 * from every one of the last origins, and the one whose summed absolute and root squared errors, each over the four-week
 * mean's, add up to the least is taken. Intervals are percentiles of its residuals there.
 */
public final class DemandTrainer {

    private static final Mean FOUR_WEEKS = new Mean(4);
    private static final Smoothing DAMPED = new Smoothing(0.2, 0.05, 0.9);
    private static final RootSmoothing ROOTS = new RootSmoothing(0.3);
    private static final Tsb SLOW = new Tsb(0.3, 0.2);
    private static final int YEAR = 52;

    /** The grid is small on purpose: more would be chosen among by noise. */
    private static final List<ForecastMethod> METHODS = List.of(
            FOUR_WEEKS,
            new Mean(8),
            new Smoothing(0.1, 0, 1),
            new Smoothing(0.2, 0, 1),
            new Smoothing(0.3, 0, 1),
            DAMPED,
            new Smoothing(0.3, 0.1, 0.8),
            new Seasonal(DAMPED, 0.2, YEAR),
            new Croston(0.1, false),
            new Croston(0.1, true),
            new Croston(0.2, true),
            new Tsb(0.1, 0.1),
            SLOW,
            new Average(ROOTS, SLOW),
            new Average(ROOTS, DAMPED));

    private static final int FEWEST_FORECASTS = 50;
    private static final int SHORTEST_HISTORY = 4;
    private static final double TAIL = 0.1;

    private final int horizon;
    private final int origins;

    /**
     * A trainer.
     *
     * @param horizon weeks to forecast
     * @param origins weeks before the last from which the back-test forecasts
     */
    public DemandTrainer(int horizon, int origins) {
        this.horizon = horizon;
        this.origins = origins;
    }

    /** Trains on products' histories: units by week, oldest first, each from its first sale to the same last week. */
    public DemandModel train(Collection<double[]> histories) {
        Map<DemandClass, Errors> errors = new EnumMap<>(DemandClass.class);
        Errors all = new Errors();
        backtest(histories, (demandClass, before, actual) -> {
            Errors own = errors.computeIfAbsent(demandClass, first -> new Errors());
            for (int method = 0; method < METHODS.size(); method++) {
                double[] forecast = METHODS.get(method).forecast(before, horizon);
                own.add(method, forecast, actual);
                all.add(method, forecast, actual);
            }
        });
        errors.put(DemandClass.NEW, all);
        Map<DemandClass, Fitted> fitted = new EnumMap<>(DemandClass.class);
        errors.forEach((demandClass, error) -> {
            if (error.forecasts >= FEWEST_FORECASTS || demandClass == DemandClass.NEW) {
                fitted.put(demandClass, fit(error, residuals(histories, demandClass, error.best())));
            }
        });
        return new DemandModel(horizon, fitted);
    }

    private Fitted fit(Errors error, Residuals residuals) {
        int best = error.best();
        return new Fitted(
                METHODS.get(best),
                residuals.week.band(),
                residuals.total.band(),
                error.forecasts,
                error.absoluteToMean(best),
                error.squaredToMean(best));
    }

    private Residuals residuals(Collection<double[]> histories, DemandClass wanted, int method) {
        Residuals residuals = new Residuals();
        backtest(histories, (demandClass, before, actual) -> {
            if (demandClass == wanted || wanted == DemandClass.NEW) {
                residuals.add(METHODS.get(method).forecast(before, horizon), actual);
            }
        });
        return residuals;
    }

    /** Takes one case of the back-test: what was known, and what came. */
    private interface Case {
        void take(DemandClass demandClass, double[] before, double[] actual);
    }

    private void backtest(Collection<double[]> histories, Case consumer) {
        for (double[] history : histories) {
            for (int origin = 0; origin < origins; origin++) {
                int cut = history.length - horizon - origin;
                if (cut >= SHORTEST_HISTORY) {
                    double[] before = Arrays.copyOf(history, cut);
                    consumer.take(DemandClass.of(before), before, Arrays.copyOfRange(history, cut, cut + horizon));
                }
            }
        }
    }

    /** Errors of every method over the cases of a class. */
    private static final class Errors {

        private final double[] absolute = new double[METHODS.size()];
        private final double[] squared = new double[METHODS.size()];
        private long forecasts;

        void add(int method, double[] forecast, double[] actual) {
            for (int week = 0; week < forecast.length; week++) {
                double error = actual[week] - forecast[week];
                absolute[method] += Math.abs(error);
                squared[method] += error * error;
            }
            forecasts += method == 0 ? 1 : 0;
        }

        double absoluteToMean(int method) {
            return absolute[0] == 0 ? 1 : absolute[method] / absolute[0];
        }

        double squaredToMean(int method) {
            return squared[0] == 0 ? 1 : Math.sqrt(squared[method] / squared[0]);
        }

        int best() {
            int best = 0;
            for (int method = 1; method < METHODS.size(); method++) {
                best = score(method) < score(best) ? method : best;
            }
            return best;
        }

        private double score(int method) {
            return absoluteToMean(method) + squaredToMean(method);
        }
    }

    /** Residuals of one method, of weeks and of all weeks together. */
    private static final class Residuals {

        private final Sample week = new Sample();
        private final Sample total = new Sample();

        void add(double[] forecast, double[] actual) {
            for (int i = 0; i < forecast.length; i++) {
                week.add(Math.sqrt(actual[i]) - Math.sqrt(forecast[i]));
            }
            total.add(Math.sqrt(Arrays.stream(actual).sum())
                    - Math.sqrt(Arrays.stream(forecast).sum()));
        }
    }

    /** Numbers, growing. */
    private static final class Sample {

        private double[] values = new double[256];
        private int size;

        void add(double value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, 2 * size);
            }
            values[size++] = value;
        }

        /** Without any: 80 % of a Poisson's square root, whose deviation is about one half. */
        Band band() {
            if (size == 0) {
                return new Band(-0.64, 0.64);
            }
            double[] sorted = Arrays.copyOf(values, size);
            Arrays.sort(sorted);
            return new Band(sorted[(int) (TAIL * (size - 1))], sorted[(int) Math.ceil((1 - TAIL) * (size - 1))]);
        }
    }
}
