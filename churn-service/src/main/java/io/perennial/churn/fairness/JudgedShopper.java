package io.perennial.churn.fairness;

/** A shopper of a group, how likely the model called its outcome, and whether it came to be. */
public record JudgedShopper(String group, double probability, boolean cameToBe) {}
