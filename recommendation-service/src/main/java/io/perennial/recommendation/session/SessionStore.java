package io.perennial.recommendation.session;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of late clicks: a batch of the stream a row. */
@Component
final class SessionStore {

    private final JdbcClient jdbc;

    SessionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A batch. */
    record Batch(long batchId, Instant writtenAt, List<SessionClick> clicks) {}

    void append(List<SessionClick> clicks, Instant now) {
        jdbc.sql("insert into session_click (written_at, clicks) values (?::timestamptz, ?)")
                .param(now.toString())
                .param(SessionClickCodec.write(clicks))
                .update();
    }

    /** Batches written after a time and, at that time, of a greater id; in their order, without the known ones. */
    List<Batch> after(Instant time, long batchId, Collection<Long> known, int limit) {
        return jdbc.sql("""
                select batch_id, written_at, clicks from session_click
                where (written_at, batch_id) > (?::timestamptz, ?) and batch_id <> all (?)
                order by written_at, batch_id limit ?
                """)
                .param(time.toString())
                .param(batchId)
                .param(known.toArray(Long[]::new))
                .param(limit)
                .query((row, number) -> new Batch(
                        row.getLong(1),
                        row.getObject(2, OffsetDateTime.class).toInstant(),
                        SessionClickCodec.read(row.getBytes(3))))
                .list();
    }

    void replace(Batch batch) {
        jdbc.sql("update session_click set clicks = ? where batch_id = ?")
                .param(SessionClickCodec.write(batch.clicks()))
                .param(batch.batchId())
                .update();
    }

    void deleteBefore(Instant cut) {
        jdbc.sql("delete from session_click where written_at < ?::timestamptz")
                .param(cut.toString())
                .update();
    }
}
