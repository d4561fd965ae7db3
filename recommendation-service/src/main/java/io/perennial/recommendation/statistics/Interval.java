package io.perennial.recommendation.statistics;

/** An estimate and its confidence interval. */
public record Interval(double estimate, double low, double high) {

    public boolean isAbove(double value) {
        return low > value;
    }

    public boolean isBelow(double value) {
        return high < value;
    }
}
