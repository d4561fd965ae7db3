package io.perennial.recommendation.model;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The trainings' table: of each kind a queue of at most one, and what became of those before. */
@Component
final class TrainingJobStore {

    private static final String SELECT =
            "select job_id, kind, cause, state, requested_at, started_at, finished_at, detail from training_job ";

    private final JdbcClient jdbc;

    TrainingJobStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The job that waits: this one, or the one that waited already and will see the same data. */
    TrainingJob queue(TrainingJob.Kind kind, String cause, Instant now) {
        jdbc.sql("""
                insert into training_job (job_id, kind, cause, state, requested_at)
                values (?, ?, ?, 'queued', ?::timestamptz) on conflict do nothing
                """)
                .params(UUID.randomUUID(), kind.wire(), cause, now.toString())
                .update();
        return jdbc.sql(SELECT + "where kind = ? order by (state = 'queued') desc, requested_at desc limit 1")
                .param(kind.wire())
                .query((row, number) -> job(row))
                .single();
    }

    boolean anyQueued(TrainingJob.Kind kind) {
        return jdbc.sql("select exists (select from training_job where state = 'queued' and kind = ?)")
                .param(kind.wire())
                .query(Boolean.class)
                .single();
    }

    /** Takes the waiting job; null where none waits. */
    @Nullable TrainingJob start(TrainingJob.Kind kind, Instant now) {
        return jdbc.sql("""
                update training_job set state = 'running', started_at = ?::timestamptz
                where state = 'queued' and kind = ?
                returning job_id, kind, cause, state, requested_at, started_at, finished_at, detail
                """)
                .param(now.toString())
                .param(kind.wire())
                .query((row, number) -> job(row))
                .optional()
                .orElse(null);
    }

    void finish(UUID jobId, TrainingJob.State state, String detail, Instant now) {
        jdbc.sql("update training_job set state = ?, detail = ?, finished_at = ?::timestamptz where job_id = ?")
                .params(state.wire(), detail, now.toString(), jobId)
                .update();
    }

    /** Called by the kind's leader, who knows that nobody else is training: what still runs died with its process. */
    void failOrphans(TrainingJob.Kind kind, Instant now) {
        jdbc.sql("""
                update training_job set state = 'failed', finished_at = ?::timestamptz,
                    detail = 'the process that trained went away; ask again'
                where state = 'running' and kind = ?
                """).param(now.toString()).param(kind.wire()).update();
    }

    @Nullable TrainingJob find(UUID jobId) {
        return jdbc.sql(SELECT + "where job_id = ?")
                .param(jobId)
                .query((row, number) -> job(row))
                .optional()
                .orElse(null);
    }

    /** The last training that began and ended; null before the first. */
    @Nullable TrainingJob last(TrainingJob.Kind kind) {
        return jdbc.sql(SELECT + """
                where kind = ? and state in ('succeeded', 'refused', 'failed') and started_at is not null
                order by started_at desc limit 1
                """)
                .param(kind.wire())
                .query((row, number) -> job(row))
                .optional()
                .orElse(null);
    }

    private static TrainingJob job(ResultSet row) throws SQLException {
        return new TrainingJob(
                row.getObject(1, UUID.class),
                TrainingJob.Kind.of(row.getString(2)),
                row.getString(3),
                TrainingJob.State.of(row.getString(4)),
                row.getObject(5, OffsetDateTime.class).toInstant(),
                instant(row, 6),
                instant(row, 7),
                row.getString(8));
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
