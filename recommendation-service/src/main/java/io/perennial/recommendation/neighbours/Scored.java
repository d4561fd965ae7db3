package io.perennial.recommendation.neighbours;

/** A product's score for some seeds, and the seed that gave the most of it. */
public record Scored(String productId, double score, String because) {}
