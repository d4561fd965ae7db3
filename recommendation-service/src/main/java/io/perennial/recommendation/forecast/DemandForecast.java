package io.perennial.recommendation.forecast;

import java.util.List;

/**
 * What the next weeks are expected to take of a product.
 *
 * @param weeks the next weeks, one after the other
 * @param total of all of them together; its interval is narrower than the sum of theirs
 */
public record DemandForecast(DemandClass demandClass, String method, List<Units> weeks, Units total) {

    /** Units expected, and the bounds of the interval that holds 80 % (one in ten below, one in ten above). */
    public record Units(double expected, double low, double high) {}
}
