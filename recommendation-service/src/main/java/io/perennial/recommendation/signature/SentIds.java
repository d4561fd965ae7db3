package io.perennial.recommendation.signature;

import io.perennial.common.event.Event;
import io.perennial.common.event.Product;
import org.jspecify.annotations.Nullable;

/** Where an order brings the ids of recommendations back, as sent; whether they are good is another question. */
public final class SentIds {

    private SentIds() {}

    /** The one the order names itself, for lines that name none; null where it names none. */
    public static @Nullable String ofOrder(Event event) {
        return event.properties().text("recommendation_id");
    }

    /** A line's own, else the order's. */
    public static @Nullable String ofLine(Product line, @Nullable String ofOrder) {
        return line.recommendationId() == null ? ofOrder : line.recommendationId();
    }
}
