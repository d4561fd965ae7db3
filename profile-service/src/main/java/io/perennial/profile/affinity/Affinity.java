package io.perennial.profile.affinity;

/** How much a shopper leans to one category, brand or product as of some time. */
public record Affinity(String name, double weight) {}
