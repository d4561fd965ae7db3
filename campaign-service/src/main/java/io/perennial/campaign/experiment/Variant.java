package io.perennial.campaign.experiment;

/**
 * One treatment of a campaign.
 *
 * @param weight its share among the treated, relative to the other variants' weights; above 0
 */
public record Variant(String name, double weight) {}
