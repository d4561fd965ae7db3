package io.perennial.profile.timeline;

import io.perennial.common.event.Event;
import io.perennial.common.identity.Identifier;
import io.perennial.profile.stamp.Stamp;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The timeline in Postgres, its primary key the order it is read in. */
@Component
class TimelineStore {

    private final JdbcClient jdbc;

    TimelineStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void append(List<Event> events, List<byte[]> bytes) {
        jdbc.sql("""
                insert into timeline (identifier, occurred_at, message_id, source, type, name, event)
                select * from unnest(:identifiers::text[], :times::timestamptz[], :messages::text[], :sources::text[],
                    :types::text[], :names::text[], :events::bytea[])
                on conflict do nothing""")
                .param("identifiers", texts(events, event -> event.identifier().toString()))
                .param("times", texts(events, event -> Stamp.of(event).at().toString()))
                .param("messages", texts(events, Event::messageId))
                .param("sources", texts(events, Event::source))
                .param("types", texts(events, event -> event.type().wire()))
                .param("names", texts(events, TimelineStore::name))
                .param("events", bytes.toArray(byte[][]::new))
                .update();
    }

    List<byte[]> newest(Collection<Identifier> identifiers, TimelineFilter filter, int most) {
        Stamp after = filter.after();
        return jdbc.sql("""
                select t.event
                from unnest(:identifiers::text[]) i (identifier)
                cross join lateral (
                    select occurred_at, message_id, source, event from timeline
                    where identifier = i.identifier
                      and (:name::text is null or name = :name)
                      and occurred_at >= coalesce(:from::timestamptz, '-infinity')
                      and occurred_at < coalesce(:to::timestamptz, 'infinity')
                      and (occurred_at, message_id, source) < (coalesce(:after::timestamptz, 'infinity'), :message, :source)
                    order by occurred_at desc, message_id desc, source desc
                    limit :most) t
                order by t.occurred_at desc, t.message_id desc, t.source desc
                limit :most""")
                .param(
                        "identifiers",
                        identifiers.stream().map(Identifier::toString).toArray(String[]::new))
                .param("name", filter.name())
                .param("from", text(filter.from()))
                .param("to", text(filter.to()))
                .param("after", after == null ? null : after.at().toString())
                .param("message", after == null ? "" : after.messageId())
                .param("source", after == null ? "" : after.source())
                .param("most", most)
                .query((row, number) -> row.getBytes("event"))
                .list();
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    /** PostgreSQL's text has no NUL. */
    private static @Nullable String name(Event event) {
        return event.name() == null ? null : event.name().replace('\0', '\uFFFD');
    }

    private static String[] texts(List<Event> events, Function<Event, @Nullable String> text) {
        return events.stream().map(text).toArray(String[]::new);
    }
}
