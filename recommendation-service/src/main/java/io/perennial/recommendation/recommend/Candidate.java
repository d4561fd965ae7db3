package io.perennial.recommendation.recommend;

/** A product that may stand on a shelf, with its score among the candidates (0 to 1) and why. */
record Candidate(String productId, double score, Reason reason) {}
