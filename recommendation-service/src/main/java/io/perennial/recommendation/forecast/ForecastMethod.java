package io.perennial.recommendation.forecast;

import java.util.Arrays;

/** A way from a product's past weeks to the next ones. History is units by week, oldest first, none negative, not empty. */
public sealed interface ForecastMethod {

    /** Units expected in each of the next {@code horizon} weeks; none negative. */
    double[] forecast(double[] history, int horizon);

    /** As it stands beside a forecast, e.g. {@code tsb(0.1,0.05)}. */
    String name();

    /** The last weeks' mean; one week is the naive forecast. */
    record Mean(int weeks) implements ForecastMethod {

        @Override
        public double[] forecast(double[] history, int horizon) {
            int from = Math.max(0, history.length - weeks);
            return flat(Arrays.stream(history, from, history.length).average().orElse(0), horizon);
        }

        @Override
        public String name() {
            return weeks == 1 ? "naive" : "mean(" + weeks + ")";
        }
    }

    /**
     * Exponential smoothing of the level with a damped additive trend (E. S. Gardner and E. McKenzie, Management Science 31,
     * 1985); without trend it is simple smoothing.
     *
     * @param trend smoothing of the trend, 0: none
     * @param damping what is left of the trend each week, in (0, 1]
     */
    record Smoothing(double level, double trend, double damping) implements ForecastMethod {

        @Override
        public double[] forecast(double[] history, int horizon) {
            double at = mean(history, 4);
            double slope = 0;
            for (double units : history) {
                double expected = at + damping * slope;
                double error = units - expected;
                at = expected + level * error;
                slope = damping * slope + level * trend * error;
            }
            double[] forecast = new double[horizon];
            double damped = 0;
            double power = damping;
            for (int week = 0; week < horizon; week++) {
                damped += power;
                power *= damping;
                forecast[week] = Math.max(0, at + damped * slope);
            }
            return forecast;
        }

        @Override
        public String name() {
            return trend == 0 ? "smoothing(%s)".formatted(level) : "damped(%s,%s,%s)".formatted(level, trend, damping);
        }
    }

    /**
     * Holt-Winters with additive season and damped trend (P. R. Winters, Management Science 6, 1960), for histories of two
     * seasons at least; of shorter ones it is {@link Smoothing}.
     *
     * @param period weeks of a season
     */
    record Seasonal(Smoothing smoothing, double season, int period) implements ForecastMethod {

        @Override
        public double[] forecast(double[] history, int horizon) {
            if (history.length < 2 * period) {
                return smoothing.forecast(history, horizon);
            }
            double[] seasons = new double[period];
            double first = Arrays.stream(history, 0, period).average().orElse(0);
            for (int week = 0; week < period; week++) {
                seasons[week] = history[week] - first;
            }
            double at = first;
            double slope = 0;
            for (int week = period; week < history.length; week++) {
                double expected = at + smoothing.damping() * slope;
                double error = history[week] - expected - seasons[week % period];
                at = expected + smoothing.level() * error;
                slope = smoothing.damping() * slope + smoothing.level() * smoothing.trend() * error;
                seasons[week % period] += season * error;
            }
            double[] forecast = new double[horizon];
            double damped = 0;
            double power = smoothing.damping();
            for (int week = 0; week < horizon; week++) {
                damped += power;
                power *= smoothing.damping();
                forecast[week] = Math.max(0, at + damped * slope + seasons[(history.length + week) % period]);
            }
            return forecast;
        }

        @Override
        public String name() {
            return "seasonal(%s,%s,%d)".formatted(smoothing.name(), season, period);
        }
    }

    /**
     * Croston's method for slow movers: size and interval of demand smoothed apart (J. D. Croston, Operational Research
     * Quarterly 23, 1972); corrected for its bias it is SBA (A. A. Syntetos and J. E. Boylan, International Journal of
     * Forecasting 21, 2005).
     */
    record Croston(double smoothing, boolean corrected) implements ForecastMethod {

        @Override
        public double[] forecast(double[] history, int horizon) {
            double size = 0;
            double interval = 1;
            int since = 1;
            boolean begun = false;
            for (double units : history) {
                if (units > 0) {
                    size = begun ? size + smoothing * (units - size) : units;
                    interval = begun ? interval + smoothing * (since - interval) : since;
                    begun = true;
                    since = 1;
                } else {
                    since++;
                }
            }
            double rate = size / interval;
            return flat(corrected ? rate * (1 - smoothing / 2) : rate, horizon);
        }

        @Override
        public String name() {
            return (corrected ? "sba(" : "croston(") + smoothing + ")";
        }
    }

    /**
     * Probability and size of demand smoothed apart, the probability in every week, so that what is no longer bought falls
     * to nothing (R. H. Teunter, A. A. Syntetos and M. Z. Babai, European Journal of Operational Research 214, 2011).
     */
    record Tsb(double probability, double size) implements ForecastMethod {

        @Override
        public double[] forecast(double[] history, int horizon) {
            double chance = Arrays.stream(history).filter(units -> units > 0).count() / (double) history.length;
            double much =
                    Arrays.stream(history).filter(units -> units > 0).average().orElse(0);
            for (double units : history) {
                chance += probability * ((units > 0 ? 1 : 0) - chance);
                if (units > 0) {
                    much += size * (units - much);
                }
            }
            return flat(chance * much, horizon);
        }

        @Override
        public String name() {
            return "tsb(" + probability + "," + size + ")";
        }
    }

    /**
     * Simple smoothing of the square roots (G. E. P. Box and D. R. Cox, JRSS B 26, 1964, λ = ½): a bulk order moves the level
     * less. Nearer the middle than the mean where demand is skewed.
     */
    record RootSmoothing(double level) implements ForecastMethod {

        @Override
        public double[] forecast(double[] history, int horizon) {
            double[] roots = Arrays.stream(history).map(Math::sqrt).toArray();
            double root = new Smoothing(level, 0, 1).forecast(roots, 1)[0];
            return flat(root * root, horizon);
        }

        @Override
        public String name() {
            return "root-smoothing(" + level + ")";
        }
    }

    /** The mean of two forecasts (J. M. Bates and C. W. J. Granger, Operational Research Quarterly 20, 1969). */
    record Average(ForecastMethod one, ForecastMethod other) implements ForecastMethod {

        @Override
        public double[] forecast(double[] history, int horizon) {
            double[] mean = one.forecast(history, horizon);
            double[] second = other.forecast(history, horizon);
            for (int week = 0; week < horizon; week++) {
                mean[week] = (mean[week] + second[week]) / 2;
            }
            return mean;
        }

        @Override
        public String name() {
            return "average(" + one.name() + "," + other.name() + ")";
        }
    }

    private static double[] flat(double units, int horizon) {
        double[] forecast = new double[horizon];
        Arrays.fill(forecast, units);
        return forecast;
    }

    private static double mean(double[] history, int weeks) {
        return Arrays.stream(history, 0, Math.min(weeks, history.length))
                .average()
                .orElse(0);
    }
}
