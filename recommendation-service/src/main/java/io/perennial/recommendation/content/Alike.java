package io.perennial.recommendation.content;

/** A product, how alike it is to what was asked for, and which of several things asked for it is most alike. */
public record Alike(String productId, double score, int because) {}
