package io.perennial.recommendation.offpolicy;

/**
 * An estimated mean reward and its 95 % confidence interval (normal approximation).
 *
 * @param decisions it rests on
 * @param effective how many equally weighed decisions would tell as much (L. Kish, Survey Sampling, 1965); an interval of
 *     fewer than about 30 is not to be believed
 */
public record Estimate(double value, double low, double high, long decisions, double effective) {}
