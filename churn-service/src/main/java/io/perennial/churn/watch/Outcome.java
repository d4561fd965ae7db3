package io.perennial.churn.watch;

/**
 * What was said of a shopper, and what came true.
 *
 * @param weight as {@link io.perennial.churn.treatment.Treatment#weight}
 */
record Outcome(double probability, boolean churned, double weight) {}
