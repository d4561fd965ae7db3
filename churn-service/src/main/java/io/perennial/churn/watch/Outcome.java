package io.perennial.churn.watch;

/**
 * What was said of a shopper, and whether it came to be.
 *
 * @param weight as {@link io.perennial.churn.treatment.Treatment#weight}; 1 where a contact does not change the outcome
 */
record Outcome(double probability, boolean cameToBe, double weight) {}
