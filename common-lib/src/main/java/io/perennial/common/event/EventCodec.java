package io.perennial.common.event;

import java.io.ByteArrayOutputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * An {@link Event} as JSON and back (DESIGN.md §2). Streams, since every service reads every event. Unknown fields are
 * skipped, ids may be numbers, and what is personal passes only through here. Thread-safe.
 */
public final class EventCodec {

    private final JsonFactory json = new JsonFactory();

    public byte[] write(Event event) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        try (JsonGenerator out = json.createGenerator(ObjectWriteContext.empty(), bytes)) {
            out.writeStartObject();
            text(out, "messageId", event.messageId());
            text(out, "type", event.type().wire());
            text(out, event.type() == EventType.TRACK ? "event" : "name", event.name());
            text(out, "userId", event.userId());
            text(out, "anonymousId", event.anonymousId());
            text(out, "previousId", event.previousId());
            text(out, "groupId", event.groupId());
            text(out, "timestamp", event.timestamp());
            text(out, "receivedAt", event.receivedAt());
            text(out, "sentAt", event.sentAt());
            text(out, "originalTimestamp", event.originalTimestamp());
            text(out, "source", event.source());
            text(out, "trust", event.trust().wire());
            object(out, "properties", event.properties());
            object(out, "traits", event.traits());
            object(out, "context", event.context());
            object(out, "personal", event.personal().values());
            Money base = event.base();
            if (base != null) {
                object(
                        out,
                        "base",
                        Attributes.of(Map.of(
                                "amount", base.amount().toPlainString(),
                                "currency", base.currency().getCurrencyCode())));
            }
            out.writeEndObject();
        }
        return bytes.toByteArray();
    }

    /**
     * Reads an event.
     *
     * @throws MalformedEventException naming the field; where the bytes are no JSON object, lack a required field, or
     *     hold a time, type or amount that is none
     */
    public Event read(byte[] bytes) {
        EventBuilder event = Event.builder();
        try (JsonParser in = json.createParser(ObjectReadContext.empty(), bytes)) {
            if (in.nextToken() != JsonToken.START_OBJECT) {
                throw new MalformedEventException("an event is a JSON object");
            }
            for (String field = in.nextName(); field != null; field = in.nextName()) {
                in.nextToken();
                readField(in, field, event);
            }
            return event.build();
        } catch (JacksonException e) {
            throw new MalformedEventException("not JSON: " + e.getOriginalMessage(), e);
        } catch (NullPointerException e) {
            throw new MalformedEventException(e.getMessage() + " is missing", e);
        } catch (IllegalArgumentException e) {
            throw new MalformedEventException(String.valueOf(e.getMessage()), e);
        }
    }

    private static void readField(JsonParser in, String field, EventBuilder event) {
        switch (field) {
            case "messageId" -> event.messageId(required(in, field));
            case "type" -> event.type(EventType.ofWire(required(in, field)));
            case "event", "name" -> event.name(text(in));
            case "userId" -> event.userId(text(in));
            case "anonymousId" -> event.anonymousId(text(in));
            case "previousId" -> event.previousId(text(in));
            case "groupId" -> event.groupId(text(in));
            case "timestamp" -> event.timestamp(instant(field, required(in, field)));
            case "receivedAt" -> event.receivedAt(instant(field, required(in, field)));
            case "sentAt" -> event.sentAt(optionalInstant(in, field));
            case "originalTimestamp" -> event.originalTimestamp(optionalInstant(in, field));
            case "source" -> event.source(required(in, field));
            case "trust" -> event.trust(Trust.ofWire(required(in, field)));
            case "properties" -> event.properties(JsonValues.readAttributes(in));
            case "traits" -> event.traits(JsonValues.readAttributes(in));
            case "context" -> event.context(JsonValues.readAttributes(in));
            case "personal" -> event.personal(new Personal(JsonValues.readAttributes(in)));
            case "base" -> event.base(money(JsonValues.readAttributes(in)));
            default -> in.skipChildren();
        }
    }

    private static @Nullable String text(JsonParser in) {
        return switch (in.currentToken()) {
            case VALUE_STRING -> in.getString();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
                in.getDecimalValue().stripTrailingZeros().toPlainString();
            case null, default -> {
                in.skipChildren();
                yield null;
            }
        };
    }

    private static String required(JsonParser in, String field) {
        String text = text(in);
        if (text == null) {
            throw new MalformedEventException(field + " must be a string");
        }
        return text;
    }

    private static @Nullable Instant optionalInstant(JsonParser in, String field) {
        String text = text(in);
        return text == null ? null : instant(field, text);
    }

    private static Instant instant(String field, String text) {
        try {
            return Instants.parse(text);
        } catch (DateTimeException e) {
            throw new MalformedEventException(field + " must be an ISO-8601 instant; it is \"" + text + '"', e);
        }
    }

    private static @Nullable Money money(Attributes base) {
        String amount = base.text("amount");
        String currency = base.text("currency");
        return amount == null || currency == null ? null : Money.of(amount, currency);
    }

    private static void text(JsonGenerator out, String field, @Nullable Object value) {
        if (value != null) {
            out.writeStringProperty(field, value.toString());
        }
    }

    private static void object(JsonGenerator out, String field, Attributes attributes) {
        if (!attributes.isEmpty()) {
            out.writeName(field);
            JsonValues.write(out, attributes.asMap());
        }
    }
}
