package io.perennial.campaign.report;

/** An estimate and its 95 % confidence interval. */
record Interval(double estimate, double low, double high) {

    boolean isAboveZero() {
        return low > 0;
    }

    boolean isBelowZero() {
        return high < 0;
    }
}
