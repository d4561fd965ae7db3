package io.perennial.common.event;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Builds an {@link Event}: type, message id, timestamp, source and one identifier are required. */
public final class EventBuilder {

    private @Nullable String messageId;
    private EventType type = EventType.TRACK;
    private @Nullable String name;
    private @Nullable String userId;
    private @Nullable String anonymousId;
    private @Nullable String previousId;
    private @Nullable String groupId;
    private @Nullable Instant timestamp;
    private @Nullable Instant receivedAt;
    private @Nullable Instant sentAt;
    private @Nullable Instant originalTimestamp;
    private @Nullable String source;
    private Trust trust = Trust.BROWSER;
    private Attributes properties = Attributes.EMPTY;
    private Attributes traits = Attributes.EMPTY;
    private Attributes context = Attributes.EMPTY;
    private Personal personal = Personal.NONE;
    private @Nullable Money base;

    EventBuilder() {}

    EventBuilder(Event event) {
        messageId = event.messageId();
        type = event.type();
        name = event.name();
        userId = event.userId();
        anonymousId = event.anonymousId();
        previousId = event.previousId();
        groupId = event.groupId();
        timestamp = event.timestamp();
        receivedAt = event.receivedAt();
        sentAt = event.sentAt();
        originalTimestamp = event.originalTimestamp();
        source = event.source();
        trust = event.trust();
        properties = event.properties();
        traits = event.traits();
        context = event.context();
        personal = event.personal();
        base = event.base();
    }

    public EventBuilder messageId(String messageId) {
        this.messageId = messageId;
        return this;
    }

    public EventBuilder type(EventType type) {
        this.type = type;
        return this;
    }

    public EventBuilder name(@Nullable String name) {
        this.name = name;
        return this;
    }

    public EventBuilder userId(@Nullable String userId) {
        this.userId = userId;
        return this;
    }

    public EventBuilder anonymousId(@Nullable String anonymousId) {
        this.anonymousId = anonymousId;
        return this;
    }

    public EventBuilder previousId(@Nullable String previousId) {
        this.previousId = previousId;
        return this;
    }

    public EventBuilder groupId(@Nullable String groupId) {
        this.groupId = groupId;
        return this;
    }

    public EventBuilder timestamp(Instant timestamp) {
        this.timestamp = timestamp;
        return this;
    }

    /** Where not called, the timestamp. */
    public EventBuilder receivedAt(Instant receivedAt) {
        this.receivedAt = receivedAt;
        return this;
    }

    public EventBuilder sentAt(@Nullable Instant sentAt) {
        this.sentAt = sentAt;
        return this;
    }

    public EventBuilder originalTimestamp(@Nullable Instant originalTimestamp) {
        this.originalTimestamp = originalTimestamp;
        return this;
    }

    public EventBuilder source(String source) {
        this.source = source;
        return this;
    }

    public EventBuilder trust(Trust trust) {
        this.trust = trust;
        return this;
    }

    public EventBuilder properties(Attributes properties) {
        this.properties = properties;
        return this;
    }

    public EventBuilder traits(Attributes traits) {
        this.traits = traits;
        return this;
    }

    public EventBuilder context(Attributes context) {
        this.context = context;
        return this;
    }

    public EventBuilder personal(Personal personal) {
        this.personal = personal;
        return this;
    }

    public EventBuilder base(@Nullable Money base) {
        this.base = base;
        return this;
    }

    /**
     * The event.
     *
     * @throws NullPointerException naming the required field that is missing
     */
    public Event build() {
        Instant when = Objects.requireNonNull(timestamp, "timestamp");
        return new Event(
                Objects.requireNonNull(messageId, "messageId"),
                type,
                name,
                userId,
                anonymousId,
                previousId,
                groupId,
                when,
                receivedAt != null ? receivedAt : when,
                sentAt,
                originalTimestamp,
                Objects.requireNonNull(source, "source"),
                trust,
                properties,
                traits,
                context,
                personal,
                base);
    }
}
