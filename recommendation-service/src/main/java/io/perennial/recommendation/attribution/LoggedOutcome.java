package io.perennial.recommendation.attribution;

/** One recommendation of an experiment: which arm made it, how likely that was, and what came of it, revenue less refunds. */
public record LoggedOutcome(
        String arm, double propensity, boolean clicked, boolean carted, boolean ordered, double revenue) {}
