package io.perennial.recommendation.experiment;

/** An estimate and its confidence interval. */
record Interval(double estimate, double low, double high) {

    boolean isAbove(double value) {
        return low > value;
    }

    boolean isBelow(double value) {
        return high < value;
    }
}
