package io.perennial.recommendation.signature;

/**
 * The part a recommendation has in an experiment.
 *
 * @param unit whom the arm was drawn for, as the experiment counts shoppers; {@link #NOBODY} where nobody was known
 */
public record Exposure(String experiment, String arm, long unit) {

    public static final long NOBODY = 0;
}
