package io.perennial.ingest.rejected;

import io.perennial.common.web.Cursor;
import io.perennial.common.web.Page;
import io.perennial.common.web.Problem;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads rejected events for people, newest first, a page at a time. */
@Component
class RejectedEventList {

    /**
     * A rejected event as it is shown.
     *
     * @param type the type the path named, null where it named none
     * @param encoding of {@code body}: {@code utf-8}, or {@code base64} where the bytes are no text
     * @param times how often exactly this was sent
     */
    record Item(
            UUID id,
            String source,
            String kind,
            @Nullable String type,
            @Nullable String messageId,
            String code,
            String detail,
            Instant receivedAt,
            Instant lastReceivedAt,
            int times,
            int replays,
            @Nullable Instant replayedAt,
            String encoding,
            String body,
            boolean truncated) {}

    private final JdbcClient jdbc;

    RejectedEventList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Page<Item> page(
            @Nullable String source, @Nullable String code, boolean replayed, @Nullable String cursor, int limit) {
        Place before = Place.of(cursor);
        List<Item> items = jdbc.sql("""
                select * from rejected_event
                where (received_at, id) < (?::timestamptz, ?::uuid)
                  and (?::text is null or source = ?)
                  and (?::text is null or code = ?)
                  and (replayed_at is not null) = ?
                order by received_at desc, id desc
                limit ?
                """)
                .param(before.receivedAt().atOffset(ZoneOffset.UTC))
                .param(before.id())
                .param(source)
                .param(source)
                .param(code)
                .param(code)
                .param(replayed)
                .param(limit + 1)
                .query((row, number) -> read(row))
                .list();
        if (items.size() <= limit) {
            return new Page<>(items, null);
        }
        Item last = items.get(limit - 1);
        return new Page<>(
                items.subList(0, limit),
                Cursor.encode(last.receivedAt().toString(), last.id().toString()));
    }

    /** Where a page begins: after this one. */
    private record Place(Instant receivedAt, UUID id) {

        private static final Place NEWEST = new Place(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1));

        static Place of(@Nullable String cursor) {
            if (cursor == null) {
                return NEWEST;
            }
            List<String> parts = Cursor.decode(cursor, 2);
            try {
                return new Place(Instant.parse(parts.get(0)), UUID.fromString(parts.get(1)));
            } catch (DateTimeException | IllegalArgumentException e) {
                throw Problem.badRequest(
                                "invalid-cursor", "cursor must be the \"next\" of an earlier answer, unchanged")
                        .with("field", "cursor");
            }
        }
    }

    private static Item read(ResultSet row) throws SQLException {
        RejectedEvent event = RejectedEventStore.read(row);
        OffsetDateTime replayedAt = row.getObject("replayed_at", OffsetDateTime.class);
        String text = text(event.body());
        return new Item(
                event.id(),
                event.source(),
                event.kind().name().toLowerCase(Locale.ROOT),
                event.pathType() == null ? null : event.pathType().wire(),
                event.messageId(),
                event.code(),
                event.detail(),
                event.receivedAt(),
                row.getObject("last_received_at", OffsetDateTime.class).toInstant(),
                row.getInt("times"),
                row.getInt("replays"),
                replayedAt == null ? null : replayedAt.toInstant(),
                text == null ? "base64" : "utf-8",
                text == null ? Base64.getEncoder().encodeToString(event.body()) : text,
                event.truncated());
    }

    private static @Nullable String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
