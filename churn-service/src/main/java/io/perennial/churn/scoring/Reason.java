package io.perennial.churn.scoring;

import org.jspecify.annotations.Nullable;

/**
 * One feature's share of a score.
 *
 * @param value in the feature's unit; null where missing
 * @param contribution to the log-odds, that of its absence included
 * @param text what the shopper's events show, in words
 */
public record Reason(String feature, @Nullable Double value, double contribution, String text) {}
