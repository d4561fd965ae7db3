package io.perennial.churn.treatment;

import java.time.Instant;

/**
 * A campaign's decision that shows in outcomes.
 *
 * @param sent whether the shopper was contacted; otherwise held out to compare with
 * @param propensity with which the shopper came into that part, from above 0 to 1
 */
public record Treatment(boolean sent, double propensity, Instant decidedAt) {}
