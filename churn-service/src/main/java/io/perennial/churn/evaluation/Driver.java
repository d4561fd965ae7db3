package io.perennial.churn.evaluation;

/**
 * What an outcome goes with, all else equal: an association, not yet a cause.
 *
 * @param feature or {@code <name>.missing}: that the feature is not known
 * @param oddsRatio by how much the odds of the outcome are multiplied with one standard deviation more, on the feature's scale; with a
 *     95 % interval
 */
public record Driver(String feature, Interval oddsRatio) {}
