package io.perennial.ingest.check;

import io.perennial.common.event.Attributes;
import io.perennial.common.event.CommerceEventName;
import io.perennial.common.event.Event;
import io.perennial.common.event.EventType;
import io.perennial.common.event.Money;
import io.perennial.common.event.Personal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** From a message as sent to the event everybody reads, or to the reason why it is none. Pure and thread-safe. */
public final class EventChecks {

    private static final int MAX_MESSAGE_ID = 100;
    private static final int MAX_NAME = 255;

    private final CheckSettings settings;
    private final Supplier<String> newMessageId;

    /** @param newMessageId names a message that came without an id */
    public EventChecks(CheckSettings settings, Supplier<String> newMessageId) {
        this.settings = settings;
        this.newMessageId = newMessageId;
    }

    /**
     * Checks one message. It never throws, whatever JSON object the message is.
     *
     * @param pathType the type the path names; null where the message has to say it
     */
    public Verdict check(Attributes message, @Nullable EventType pathType, Receipt receipt) {
        var findings = new Findings();
        Hygiene.check(message.asMap(), findings);
        Hygiene.check(receipt.context().asMap(), findings);
        Hygiene.check(receipt.integrations().asMap(), findings);
        String messageId = messageId(message, findings);
        EventType type = pathType != null ? pathType : type(message, findings);
        Rejection unreadable = findings.first();
        if (unreadable != null || type == null) {
            return rejected(message, unreadable);
        }
        Event event = read(message, messageId, type, receipt, findings);
        Rejection rejection = findings.first();
        return event == null || rejection != null ? rejected(message, rejection) : new Verdict.Accepted(event);
    }

    private @Nullable Event read(
            Attributes message, String messageId, EventType type, Receipt receipt, Findings findings) {
        Identifiers ids = Identifiers.read(message, type, settings.identifiers(), findings);
        EventTimes times = EventTimes.read(message, receipt, settings.time(), findings);
        Attributes properties = object(message, "properties", findings);
        Attributes traits = object(message, "traits", findings);
        Attributes context = under(receipt.context(), object(message, "context", findings));
        String name = name(message, type, findings);
        if (type == EventType.TRACK && name != null) {
            CommerceEventName commerce = CommerceEventName.of(name);
            if (commerce != null) {
                CommerceRules.check(commerce, properties, findings);
            }
        }
        if (findings.first() != null) {
            return null;
        }
        context = withIntegrations(context, under(receipt.integrations(), message.attributes("integrations")));
        var parts = PersonalParts.separate(
                type, withCategory(message, type, properties), traits, context, settings.personal());
        Event event = Event.builder()
                .messageId(messageId)
                .type(type)
                .name(name)
                .userId(ids.userId())
                .anonymousId(ids.anonymousId())
                .previousId(ids.previousId())
                .groupId(ids.groupId())
                .timestamp(times.timestamp())
                .receivedAt(receipt.receivedAt())
                .sentAt(times.sentAt())
                .originalTimestamp(times.originalTimestamp())
                .source(receipt.source())
                .trust(receipt.trust())
                .properties(parts.properties())
                .traits(parts.traits())
                .context(parts.context())
                .personal(parts.personal().isEmpty() ? Personal.NONE : new Personal(Attributes.of(parts.personal())))
                .build();
        Money base = BaseAmount.of(event, settings.currency(), findings);
        return base == null ? event : event.toBuilder().base(base).build();
    }

    private static Verdict rejected(Attributes message, @Nullable Rejection rejection) {
        String messageId = message.text("messageId");
        boolean usable = messageId != null
                && messageId.length() <= MAX_MESSAGE_ID
                && !messageId.isBlank()
                && Texts.isStorable(messageId);
        return new Verdict.Rejected(
                usable ? messageId : null,
                rejection != null
                        ? rejection
                        : new Rejection(RejectionCode.MESSAGE_MALFORMED, "the message is no event"));
    }

    private String messageId(Attributes message, Findings findings) {
        String messageId = message.text("messageId");
        if (messageId == null || messageId.isBlank()) {
            return newMessageId.get();
        }
        if (messageId.length() > MAX_MESSAGE_ID) {
            findings.refuse(
                    RejectionCode.MESSAGE_ID_TOO_LONG,
                    "messageId has " + messageId.length() + " characters; send at most " + MAX_MESSAGE_ID);
        }
        return messageId;
    }

    private static @Nullable EventType type(Attributes message, Findings findings) {
        String type = message.text("type");
        if (type == null || type.isBlank()) {
            findings.refuse(
                    RejectionCode.TYPE_MISSING,
                    "type is missing; send one of track, identify, page, screen, group, alias");
            return null;
        }
        try {
            return EventType.ofWire(type.strip().toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            findings.refuse(
                    RejectionCode.TYPE_UNKNOWN,
                    "type " + Findings.quote(type) + " is none of track, identify, page, screen, group, alias");
            return null;
        }
    }

    private static @Nullable String name(Attributes message, EventType type, Findings findings) {
        String field = type == EventType.TRACK ? "event" : "name";
        String name = message.text(field);
        if (type == EventType.TRACK && (name == null || name.isBlank())) {
            findings.refuse(
                    RejectionCode.EVENT_NAME_MISSING,
                    "event is missing; a track names what happened, e.g. \"Product Viewed\"");
        } else if (name != null && name.length() > MAX_NAME) {
            findings.refuse(
                    RejectionCode.FIELD_INVALID,
                    field + " is longer than " + MAX_NAME + " characters; put what varies into properties");
        }
        return name;
    }

    private static Attributes object(Attributes message, String field, Findings findings) {
        Object value = message.asMap().get(field);
        if (value != null && !(value instanceof Map<?, ?>)) {
            findings.refuse(
                    RejectionCode.FIELD_INVALID,
                    field + " is " + Findings.quote(value) + "; send an object or nothing");
        }
        return message.attributes(field);
    }

    /** The batch's values under the message's own. */
    private static Attributes under(Attributes batch, Attributes message) {
        if (batch.isEmpty()) {
            return message;
        }
        Map<String, @Nullable Object> merged = new LinkedHashMap<>(batch.asMap());
        merged.putAll(message.asMap());
        return Attributes.of(merged);
    }

    /** The contract has no field of its own for integrations: kept in the context, so that nothing sent is dropped. */
    private static Attributes withIntegrations(Attributes context, Attributes integrations) {
        return integrations.isEmpty() ? context : context.with("integrations", integrations.asMap());
    }

    /** Segment's page and screen calls carry a category beside their name. */
    private static Attributes withCategory(Attributes message, EventType type, Attributes properties) {
        String category = message.text("category");
        boolean page = type == EventType.PAGE || type == EventType.SCREEN;
        return page && category != null && !properties.has("category")
                ? properties.with("category", category)
                : properties;
    }
}
