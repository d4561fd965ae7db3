package io.perennial.common.testkit;

import io.perennial.common.event.Attributes;
import io.perennial.common.event.Event;
import io.perennial.common.event.EventBuilder;
import io.perennial.common.event.EventType;
import io.perennial.common.event.Money;
import io.perennial.common.event.Personal;
import io.perennial.common.event.Trust;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** What shoppers do, said as a test would: {@code Events.order("o1").by("u1").at(then).line("p1", 2, "3.50").build()}. */
public final class Events {

    /** When a fixture happens that does not say: long enough ago to be history. */
    public static final Instant THEN = Instant.parse("2026-03-01T10:00:00Z");

    private static final AtomicLong NUMBER = new AtomicLong();

    private final EventBuilder event = Event.builder()
            .messageId("m-" + NUMBER.incrementAndGet())
            .source("shop")
            .trust(Trust.SERVER)
            .timestamp(THEN);
    private final Map<String, @Nullable Object> properties = new LinkedHashMap<>();
    private final Map<String, @Nullable Object> traits = new LinkedHashMap<>();
    private final Map<String, @Nullable Object> context = new LinkedHashMap<>();
    private final Map<String, @Nullable Object> personal = new LinkedHashMap<>();
    private final List<Map<String, Object>> lines = new ArrayList<>();
    private BigDecimal revenue = BigDecimal.ZERO;

    private Events() {}

    public static Events track(String name) {
        Events events = new Events();
        events.event.type(EventType.TRACK).name(name);
        return events;
    }

    public static Events identify(String userId) {
        Events events = new Events();
        events.event.type(EventType.IDENTIFY).userId(userId);
        return events;
    }

    public static Events page(String name) {
        Events events = new Events();
        events.event.type(EventType.PAGE).name(name);
        return events;
    }

    public static Events viewed(String productId) {
        return track("Product Viewed").with("product_id", productId);
    }

    public static Events addedToCart(String productId) {
        return track("Product Added").with("product_id", productId);
    }

    /** An order of the lines added to it; its revenue is their sum, in pounds. */
    public static Events order(String orderId) {
        return track("Order Completed").with("order_id", orderId).with("currency", "GBP");
    }

    /** A refund of the lines added to it; without any it is of the whole order. */
    public static Events refund(String orderId) {
        return track("Order Refunded").with("order_id", orderId).with("currency", "GBP");
    }

    public Events by(String userId) {
        event.userId(userId);
        return this;
    }

    public Events byAnonymous(String anonymousId) {
        event.anonymousId(anonymousId);
        return this;
    }

    public Events at(Instant when) {
        event.timestamp(when);
        event.receivedAt(when);
        return this;
    }

    public Events messageId(String messageId) {
        event.messageId(messageId);
        return this;
    }

    public Events from(String source, Trust trust) {
        event.source(source).trust(trust);
        return this;
    }

    public Events with(String property, @Nullable Object value) {
        properties.put(property, value);
        return this;
    }

    public Events trait(String name, @Nullable Object value) {
        traits.put(name, value);
        return this;
    }

    public Events email(String address) {
        personal.put("email", address);
        return this;
    }

    /** Grants or withdraws as Segment writes it, in the context. */
    public Events consent(String purpose, boolean granted) {
        context.put("consent", Map.of("categoryPreferences", Map.of(purpose, granted)));
        return this;
    }

    /** A line of an order or refund. */
    public Events line(String productId, int quantity, String price) {
        lines.add(Map.of("product_id", productId, "quantity", quantity, "price", new BigDecimal(price)));
        revenue = revenue.add(new BigDecimal(price).multiply(BigDecimal.valueOf(quantity)));
        return this;
    }

    public Event build() {
        if (!lines.isEmpty()) {
            properties.put("products", List.copyOf(lines));
            properties.put("revenue", revenue);
            event.base(new Money(revenue, java.util.Currency.getInstance("GBP")));
        }
        return event.properties(Attributes.of(properties))
                .traits(Attributes.of(traits))
                .context(Attributes.of(context))
                .personal(personal.isEmpty() ? Personal.NONE : new Personal(Attributes.of(personal)))
                .build();
    }
}
