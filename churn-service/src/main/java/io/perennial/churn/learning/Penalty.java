package io.perennial.churn.learning;

/**
 * What holds a weight of a standardised column towards 0: for each column, pseudo-observations {@link #DISTANCE} standard deviations
 * out on either side, at which the outcome came true as often as not (Greenland 2007, "Prior data for non-normal priors"). Near
 * 0 it is a ridge, {@code strength × weight² / 2}; far out it grows linearly only, so one strong column is not crushed. The
 * intercept is free.
 *
 * @param strength in observations; 0 is none
 */
public record Penalty(double strength) {

    /** How far out the pseudo-observations are, in standard deviations. */
    static final double DISTANCE = 3;

    public Penalty {
        if (!(strength >= 0 && strength < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("a penalty must be from 0 up and finite, not " + strength);
        }
    }

    /** How much each of a column's four pseudo-observations weighs. */
    double pseudoWeight() {
        return strength / (DISTANCE * DISTANCE);
    }

    /** Its part of the objective, less what it is where all weights are 0. */
    double value(double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            double far = Math.abs(DISTANCE * weight);
            sum += far + 2 * Math.log1p(Math.exp(-far)) - 2 * Math.log(2);
        }
        return 2 * pseudoWeight() * sum;
    }

    double gradient(double weight) {
        return 2 * pseudoWeight() * DISTANCE * Math.tanh(DISTANCE * weight / 2);
    }

    double curvature(double weight) {
        double tanh = Math.tanh(DISTANCE * weight / 2);
        return strength * (1 - tanh * tanh);
    }
}
