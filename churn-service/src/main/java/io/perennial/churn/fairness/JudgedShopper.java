package io.perennial.churn.fairness;

/** A shopper of a group, what was said of them, and what came true. */
public record JudgedShopper(String group, double probability, boolean churned) {}
