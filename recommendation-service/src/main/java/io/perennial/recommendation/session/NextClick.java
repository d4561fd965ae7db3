package io.perennial.recommendation.session;

/** A product that may come next, its share of all the evidence, and the click that spoke most for it. */
public record NextClick(String productId, double score, String because) {}
