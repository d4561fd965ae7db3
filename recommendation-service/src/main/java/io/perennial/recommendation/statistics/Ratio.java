package io.perennial.recommendation.statistics;

/**
 * A ratio of two sums over independent shoppers, with the variance of its estimate by the delta method (A. Deng, U.
 * Knoblich and J. Lu, "Applying the Delta Method in Metric Analytics", KDD 2018): views of one shopper are alike, so a
 * click rate's variance is not that of as many independent views.
 *
 * @param shoppers at least two, else the variance is infinite
 */
public record Ratio(double shoppers, double value, double variance) {

    /** From sums over shoppers: numerator, denominator, their squares, and their product. */
    public static Ratio of(
            double shoppers,
            double numerator,
            double denominator,
            double numeratorSquares,
            double denominatorSquares,
            double products) {
        if (shoppers < 2 || denominator == 0) {
            return new Ratio(shoppers, denominator == 0 ? 0 : numerator / denominator, Double.POSITIVE_INFINITY);
        }
        double value = numerator / denominator;
        // The residuals numerator − value × denominator have mean zero, so their squares need no centring.
        double residuals = numeratorSquares - 2 * value * products + value * value * denominatorSquares;
        double mean = denominator / shoppers;
        double variance = Math.max(0, residuals) / (shoppers - 1) / shoppers / (mean * mean);
        return new Ratio(shoppers, value, variance);
    }
}
