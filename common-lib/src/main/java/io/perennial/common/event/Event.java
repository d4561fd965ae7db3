package io.perennial.common.event;

import io.perennial.common.identity.Identifier;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One behaviour event as ingest accepted it: the envelope every service reads.
 *
 * @param messageId dedupe key together with {@code source}, at most 100 characters
 * @param name of a track its event, of a page or screen its name
 * @param timestamp when it happened, skew-corrected; may lie in the future
 * @param source name of the source that sent it
 * @param personal what names a person, apart from everything else
 * @param base on money events the amount in the shop's currency at that day's rate
 */
public record Event(
        String messageId,
        EventType type,
        @Nullable String name,
        @Nullable String userId,
        @Nullable String anonymousId,
        @Nullable String previousId,
        @Nullable String groupId,
        Instant timestamp,
        Instant receivedAt,
        @Nullable Instant sentAt,
        @Nullable Instant originalTimestamp,
        String source,
        Trust trust,
        Attributes properties,
        Attributes traits,
        Attributes context,
        Personal personal,
        @Nullable Money base) {

    /** The source of what Perennial sends itself. */
    public static final String OWN_SOURCE = "campaign";

    /** A total order of a shopper's events: by time, ties by message id, then source. */
    public static final Comparator<Event> CHRONOLOGICAL = Comparator.comparing(Event::occurredAt)
            .thenComparing(Event::messageId)
            .thenComparing(Event::source);

    public Event {
        if (userId == null && anonymousId == null) {
            throw new IllegalArgumentException("an event needs userId or anonymousId");
        }
    }

    /** Whom the event is stored under: the user where there is one, else the anonymous id. */
    public Identifier identifier() {
        return userId != null ? Identifier.user(userId) : Identifier.anonymous(Objects.requireNonNull(anonymousId));
    }

    /** The time for folds: the timestamp, but never later than when it was received. */
    public Instant occurredAt() {
        return timestamp.isAfter(receivedAt) ? receivedAt : timestamp;
    }

    /** Whether it claims to happen after it was received; kept, but it moves no clock. */
    public boolean future() {
        return timestamp.isAfter(receivedAt);
    }

    /** Whether Perennial sent it itself: never behaviour (no lastSeen, session, stage, recency, count). */
    public boolean ownSend() {
        return OWN_SOURCE.equals(source);
    }

    public static EventBuilder builder() {
        return new EventBuilder();
    }

    public EventBuilder toBuilder() {
        return new EventBuilder(this);
    }
}
