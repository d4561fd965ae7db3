package io.perennial.deploy.bench.demand;

import io.perennial.recommendation.forecast.DemandForecast;
import io.perennial.recommendation.forecast.DemandForecast.Units;

/** Sums of errors over products, origins and weeks: of the forecast, of the naive one, and of the four-week mean. */
final class Accuracy {

    private static final int FOUR_WEEKS = 4;

    private final double[] absolute = new double[3];
    private final double[] squared = new double[3];
    private double sold;
    private double expected;
    private long totals;
    private long inside;

    /** Takes a product's forecast from an origin, what was known there, and what came. */
    void add(DemandForecast forecast, double[] before, double[] actual) {
        var naive = before[before.length - 1];
        var mean = meanOfLast(before);
        var total = 0.0;
        for (var week = 0; week < actual.length; week++) {
            var units = forecast.weeks().get(week).expected();
            add(0, actual[week] - units);
            add(1, actual[week] - naive);
            add(2, actual[week] - mean);
            total += actual[week];
            expected += units;
        }
        sold += total;
        totals++;
        inside += holds(forecast.total(), total) ? 1 : 0;
    }

    double absoluteOverNaive() {
        return absolute[0] / absolute[1];
    }

    double absoluteOverMean() {
        return absolute[0] / absolute[2];
    }

    double squaredOverNaive() {
        return Math.sqrt(squared[0] / squared[1]);
    }

    double squaredOverMean() {
        return Math.sqrt(squared[0] / squared[2]);
    }

    /** Summed absolute error a unit sold. */
    double wape() {
        return absolute[0] / sold;
    }

    /** Units expected a unit sold. */
    double expectedOverSold() {
        return expected / sold;
    }

    /** Share of the totals over the horizon that lay in their 80 % interval. */
    double coverage() {
        return (double) inside / totals;
    }

    long forecasts() {
        return totals;
    }

    private void add(int method, double error) {
        absolute[method] += Math.abs(error);
        squared[method] += error * error;
    }

    private static boolean holds(Units interval, double total) {
        return total >= interval.low() - 1e-9 && total <= interval.high() + 1e-9;
    }

    private static double meanOfLast(double[] before) {
        var from = Math.max(0, before.length - FOUR_WEEKS);
        var sum = 0.0;
        for (var week = from; week < before.length; week++) {
            sum += before[week];
        }
        return sum / (before.length - from);
    }
}
