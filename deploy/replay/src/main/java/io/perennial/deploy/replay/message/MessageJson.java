package io.perennial.deploy.replay.message;

import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes messages as a client of the Segment API does, straight into bytes. {@code timestamp} stands beside an equal {@code
 * originalTimestamp}, which makes it a historic import: ingest leaves the time as it is.
 */
public final class MessageJson {

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();

    private final String source;
    private final String currency;
    private final MessageId ids = new MessageId();

    /** For the messages of the source of this name, whose amounts are in {@code currency}. */
    public MessageJson(String source, String currency) {
        this.source = source;
        this.currency = currency;
    }

    /**
     * Writes one message as it is to be sent.
     *
     * @param at when it is to have happened
     * @param suffix put behind every identifier but the products', so that a source can be sent again as other shoppers
     */
    public void write(Message message, Instant at, String suffix, OutputStream out) {
        Instant moment = at.truncatedTo(ChronoUnit.MILLIS);
        Action action = message.action();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            json.writeStringProperty("messageId", ids.of(source, message.key() + suffix, moment));
            String event = action.event();
            json.writeStringProperty("type", event == null ? "identify" : "track");
            text(json, "event", event);
            Shopper shopper = message.shopper();
            id(json, "userId", shopper.userId(), suffix);
            id(json, "anonymousId", shopper.anonymousId(), suffix);
            String time = moment.toString();
            json.writeStringProperty("originalTimestamp", time);
            json.writeStringProperty("timestamp", time);
            json.writeObjectPropertyStart(event == null ? "traits" : "properties");
            action(json, action, shopper.userId(), suffix);
            json.writeEndObject();
            context(json, action, shopper, suffix);
            json.writeEndObject();
        }
    }

    private void action(JsonGenerator json, Action action, @Nullable String userId, String suffix) {
        switch (action) {
            case Action.Identified who -> {
                id(json, "email", userId, suffix + "@example.org");
                text(json, "firstName", who.firstName());
                text(json, "lastName", who.lastName());
                text(json, "country", who.country());
            }
            case Action.Searched search -> text(json, "query", search.query());
            case Action.Viewed viewed -> product(json, viewed.product());
            case Action.Added added -> {
                id(json, "cart_id", added.cartId(), suffix);
                product(json, added.product());
            }
            case Action.Removed removed -> {
                id(json, "cart_id", removed.cartId(), suffix);
                product(json, removed.product());
            }
            case Action.CartViewed cart -> {
                id(json, "cart_id", cart.cartId(), suffix);
                products(json, cart.products());
            }
            case Action.CheckoutStarted checkout -> {
                order(json, checkout.orderId(), suffix, checkout.revenue());
                products(json, checkout.products());
            }
            case Action.Ordered order -> {
                order(json, order.orderId(), suffix, order.revenue());
                number(json, "discount", order.discount());
                text(json, "coupon", order.coupon());
                products(json, order.products());
            }
            case Action.Refunded refund -> {
                order(json, refund.orderId(), suffix, refund.revenue());
                products(json, refund.products());
            }
            case Action.Reviewed review -> {
                json.writeStringProperty("product_id", review.productId());
                id(json, "review_id", review.reviewId(), suffix);
                json.writeStringProperty("rating", Integer.toString(review.rating()));
                json.writeStringProperty("review_body", review.body());
            }
        }
    }

    private void order(JsonGenerator json, String orderId, String suffix, BigDecimal revenue) {
        id(json, "order_id", orderId, suffix);
        json.writeNumberProperty("revenue", revenue);
        json.writeStringProperty("currency", currency);
    }

    private static void context(JsonGenerator json, Action action, Shopper shopper, String suffix) {
        if (action instanceof Action.Identified who) {
            json.writeObjectPropertyStart("context");
            json.writeObjectPropertyStart("consent");
            json.writeObjectPropertyStart("categoryPreferences");
            if (who.marketing()) {
                json.writeBooleanProperty("marketing", true);
            }
            json.writeBooleanProperty("personalisation", true);
            json.writeEndObject();
            json.writeEndObject();
            json.writeEndObject();
        } else if (shopper.sessionId() != null) {
            json.writeObjectPropertyStart("context");
            id(json, "sessionId", shopper.sessionId(), suffix);
            json.writeEndObject();
        }
    }

    private static void products(JsonGenerator json, List<ProductLine> products) {
        json.writeArrayPropertyStart("products");
        for (ProductLine product : products) {
            json.writeStartObject();
            product(json, product);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void product(JsonGenerator json, ProductLine product) {
        json.writeStringProperty("product_id", product.productId());
        text(json, "name", product.name());
        text(json, "category", product.category());
        text(json, "brand", product.brand());
        number(json, "price", product.price());
        json.writeNumberProperty("quantity", product.quantity());
    }

    private static void id(JsonGenerator json, String field, @Nullable String id, String suffix) {
        if (id != null) {
            json.writeStringProperty(field, id + suffix);
        }
    }

    private static void text(JsonGenerator json, String field, @Nullable String value) {
        if (value != null) {
            json.writeStringProperty(field, value);
        }
    }

    private static void number(JsonGenerator json, String field, @Nullable BigDecimal value) {
        if (value != null) {
            json.writeNumberProperty(field, value);
        }
    }
}
