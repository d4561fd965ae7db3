package io.perennial.recommendation.forecast;

import io.perennial.recommendation.forecast.DemandForecast.Units;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The method of each class of products, and how far it was off; see {@link DemandTrainer}. */
public final class DemandModel {

    private final int horizon;
    private final Map<DemandClass, Fitted> fitted;

    DemandModel(int horizon, Map<DemandClass, Fitted> fitted) {
        this.horizon = horizon;
        this.fitted = new EnumMap<>(fitted);
    }

    /**
     * What was found of a class.
     *
     * @param week how far weeks were off: the tenth and the ninetieth percentile of √actual − √forecast; as {@code total} of
     *     all weeks together
     * @param forecasts back-tested
     * @param absoluteToMean summed absolute error of the back-test over that of the four-week mean
     * @param squaredToMean the same of the root of summed squares
     */
    public record Fitted(
            ForecastMethod method,
            Band week,
            Band total,
            long forecasts,
            double absoluteToMean,
            double squaredToMean) {}

    /** Two percentiles of residuals between square roots. */
    public record Band(double low, double high) {

        Units around(double expected) {
            double root = Math.sqrt(expected);
            double below = Math.max(0, root + low);
            double above = Math.max(0, root + high);
            return new Units(expected, below * below, above * above);
        }
    }

    /**
     * Forecasts a product.
     *
     * @param history units by week, oldest first, from its first sale to the last complete week; not empty
     */
    public DemandForecast forecast(double[] history) {
        DemandClass demandClass = DemandClass.of(history);
        Fitted fit = fit(demandClass);
        double[] expected = fit.method.forecast(history, horizon);
        List<Units> weeks = new ArrayList<>(horizon);
        for (double units : expected) {
            weeks.add(fit.week.around(units));
        }
        Units total = fit.total.around(Arrays.stream(expected).sum());
        return new DemandForecast(demandClass, fit.method.name(), weeks, total);
    }

    /** Of each class with enough to choose by, and of {@link DemandClass#NEW}, which stands for the others. */
    public Map<DemandClass, Fitted> fitted() {
        return fitted;
    }

    private Fitted fit(DemandClass demandClass) {
        Fitted own = fitted.get(demandClass);
        return own != null
                ? own
                : Objects.requireNonNull(fitted.get(DemandClass.NEW), "a model knows what to do with the new");
    }
}
