package io.perennial.profile.timeline;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.perennial.common.event.Event;
import io.perennial.common.event.EventType;
import io.perennial.common.event.Money;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An event as the timeline shows it.
 *
 * @param identifier whom it was stored under
 * @param event of a track
 * @param name of a page or screen
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TimelineItem(
        String messageId,
        String type,
        @Nullable String event,
        @Nullable String name,
        String identifier,
        @Nullable String userId,
        @Nullable String anonymousId,
        Instant timestamp,
        Instant receivedAt,
        String source,
        String trust,
        Map<String, @Nullable Object> properties,
        Map<String, @Nullable Object> traits,
        Map<String, @Nullable Object> context,
        Map<String, @Nullable Object> personal,
        @Nullable Money base) {

    static TimelineItem of(Event event) {
        boolean track = event.type() == EventType.TRACK;
        return new TimelineItem(
                event.messageId(),
                event.type().wire(),
                track ? event.name() : null,
                track ? null : event.name(),
                event.identifier().toString(),
                event.userId(),
                event.anonymousId(),
                event.timestamp(),
                event.receivedAt(),
                event.source(),
                event.trust().wire(),
                event.properties().asMap(),
                event.traits().asMap(),
                event.context().asMap(),
                event.personal().values().asMap(),
                event.base());
    }
}
