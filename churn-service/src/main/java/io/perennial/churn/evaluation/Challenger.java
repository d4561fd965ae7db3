package io.perennial.churn.evaluation;

/** Another kind of model on the same split; it does not serve. */
public record Challenger(String name, Interval auc, double logLoss) {}
