package io.perennial.recommendation.history;

import java.time.Instant;
import java.util.Comparator;

/** The newest time a shopper did one kind of thing with one product. */
public record Interaction(String productId, InteractionKind kind, Instant at) {

    /** A total order, so that what a bounded history keeps never depends on the order of arrival. */
    static final Comparator<Interaction> NEWEST_FIRST = Comparator.comparing(Interaction::at)
            .reversed()
            .thenComparing(Interaction::productId)
            .thenComparing(Interaction::kind);
}
