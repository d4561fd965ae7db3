package io.perennial.ingest.rejected;

import io.perennial.common.event.Attributes;
import io.perennial.common.event.EventType;
import io.perennial.ingest.wire.Envelope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code rejected_event}. */
@Component
public class RejectedEventStore {

    private static final int PRUNE_ROWS = 1_000;
    private static final TypeReference<Map<String, @Nullable Object>> OBJECT = new TypeReference<>() {};

    /** Half a surrogate pair has no UTF-8, but an escape. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final JdbcClient jdbc;
    private final Clock clock;

    RejectedEventStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Keeps events in the caller's transaction, with one statement; one that is there already is counted once more. */
    public void keep(Collection<RejectedEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        Map<UUID, RejectedEvent> byId = new LinkedHashMap<>();
        events.forEach(event -> byId.put(event.id(), event));
        List<RejectedEvent> rows = new ArrayList<>(byId.values());
        rows.sort(Comparator.comparing(event -> event.id().toString()));
        jdbc.sql("""
                insert into rejected_event (id, source, kind, path_type, envelope, body, truncated, message_id,
                                            code, detail, received_at, last_received_at)
                select id, source, kind, path_type, envelope, body, truncated, message_id,
                       code, detail, received_at, received_at
                from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bytea[], ?::boolean[], ?::text[],
                            ?::text[], ?::text[], ?::timestamptz[])
                     as sent (id, source, kind, path_type, envelope, body, truncated, message_id, code, detail, received_at)
                on conflict (id) do update
                set times = rejected_event.times + 1, last_received_at = excluded.received_at
                """)
                .param(texts(rows, event -> event.id().toString()))
                .param(texts(rows, RejectedEvent::source))
                .param(texts(rows, event -> event.kind().name().toLowerCase(Locale.ROOT)))
                .param(texts(
                        rows,
                        event -> event.pathType() == null
                                ? null
                                : event.pathType().wire()))
                .param(texts(
                        rows, event -> JSON.writeValueAsString(event.envelope().asMap())))
                .param(rows.stream().map(RejectedEvent::body).toArray(byte[][]::new))
                .param(texts(rows, event -> Boolean.toString(event.truncated())))
                .param(texts(rows, RejectedEvent::messageId))
                .param(texts(rows, RejectedEvent::code))
                .param(texts(rows, RejectedEvent::detail))
                .param(texts(rows, event -> event.receivedAt().toString()))
                .update();
    }

    /** The rows that were not yet accepted, locked until the caller's transaction ends. */
    public List<RejectedEvent> lock(Collection<UUID> ids) {
        return jdbc.sql("""
                select * from rejected_event
                where id = any(?::uuid[]) and replayed_at is null
                order by id for update
                """)
                .param(ids.stream().map(UUID::toString).toArray(String[]::new))
                .query((row, number) -> read(row))
                .list();
    }

    /** The event was accepted after all. */
    public void markReplayed(Collection<UUID> ids) {
        jdbc.sql("update rejected_event set replayed_at = ?, replays = replays + 1 where id = any(?::uuid[])")
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .param(ids.stream().map(UUID::toString).toArray(String[]::new))
                .update();
    }

    /** The event was refused again, perhaps for another reason. */
    public void markRefusedAgain(UUID id, String code, String detail) {
        jdbc.sql("update rejected_event set code = ?, detail = ?, replays = replays + 1 where id = ?")
                .param(code)
                .param(detail)
                .param(id)
                .update();
    }

    /** Forgets a portion of what is older; returns how many rows. */
    int prune(Duration age) {
        return jdbc.sql("""
                delete from rejected_event where id in (
                    select id from rejected_event where last_received_at < ? limit ?)
                """)
                .param(clock.instant().minus(age).atOffset(ZoneOffset.UTC))
                .param(PRUNE_ROWS)
                .update();
    }

    static RejectedEvent read(ResultSet row) throws SQLException {
        String pathType = row.getString("path_type");
        return new RejectedEvent(
                row.getObject("id", UUID.class),
                row.getString("source"),
                RejectedEvent.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                pathType == null ? null : EventType.ofWire(pathType),
                Envelope.of(Attributes.of(JSON.readValue(row.getString("envelope"), OBJECT))),
                row.getBytes("body"),
                row.getBoolean("truncated"),
                row.getString("message_id"),
                row.getString("code"),
                row.getString("detail"),
                row.getObject("received_at", OffsetDateTime.class).toInstant());
    }

    private static @Nullable String[] texts(
            List<RejectedEvent> rows, java.util.function.Function<RejectedEvent, @Nullable String> column) {
        @Nullable String[] texts = new String[rows.size()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = column.apply(rows.get(i));
        }
        return texts;
    }
}
