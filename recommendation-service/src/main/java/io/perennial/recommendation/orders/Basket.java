package io.perennial.recommendation.orders;

import io.perennial.common.identity.Identifier;
import java.time.Instant;
import java.util.List;

/** The different products of an order that was not cancelled. */
public record Basket(Identifier identifier, Instant at, List<String> products) {}
