package io.perennial.recommendation.history;

import java.time.Instant;

/** That a shopper is drawn to a product: the kind (view, wish, cart or order) and its newest time, not taken back since. */
public record Signal(String productId, InteractionKind kind, Instant at) {}
