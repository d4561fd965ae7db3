package io.perennial.recommendation.model;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The trainings' table: a queue of at most one, and what became of those before. */
@Component
final class TrainingJobStore {

    private static final String SELECT =
            "select job_id, cause, state, requested_at, started_at, finished_at, detail from training_job ";

    private final JdbcClient jdbc;

    TrainingJobStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The job that waits: this one, or the one that waited already and will see the same data. */
    TrainingJob queue(String cause, Instant now) {
        jdbc.sql("""
                insert into training_job (job_id, cause, state, requested_at)
                values (?, ?, 'queued', ?::timestamptz) on conflict do nothing
                """).params(UUID.randomUUID(), cause, now.toString()).update();
        return jdbc.sql(SELECT + "order by (state = 'queued') desc, requested_at desc limit 1")
                .query((row, number) -> job(row))
                .single();
    }

    boolean anyQueued() {
        return jdbc.sql("select exists (select from training_job where state = 'queued')")
                .query(Boolean.class)
                .single();
    }

    /** Takes the waiting job; null where none waits. */
    @Nullable TrainingJob start(Instant now) {
        return jdbc.sql("""
                update training_job set state = 'running', started_at = ?::timestamptz where state = 'queued'
                returning job_id, cause, state, requested_at, started_at, finished_at, detail
                """)
                .param(now.toString())
                .query((row, number) -> job(row))
                .optional()
                .orElse(null);
    }

    void finish(UUID jobId, TrainingJob.State state, String detail, Instant now) {
        jdbc.sql("update training_job set state = ?, detail = ?, finished_at = ?::timestamptz where job_id = ?")
                .params(state.wire(), detail, now.toString(), jobId)
                .update();
    }

    /** Called by the leader, who knows that nobody else is training: what still runs died with its process. */
    void failOrphans(Instant now) {
        jdbc.sql("""
                update training_job set state = 'failed', finished_at = ?::timestamptz,
                    detail = 'the process that trained went away; ask again'
                where state = 'running'
                """).param(now.toString()).update();
    }

    @Nullable TrainingJob find(UUID jobId) {
        return jdbc.sql(SELECT + "where job_id = ?")
                .param(jobId)
                .query((row, number) -> job(row))
                .optional()
                .orElse(null);
    }

    /** The last training that began and ended; null before the first. */
    @Nullable TrainingJob last() {
        return jdbc.sql(SELECT + """
                where state in ('succeeded', 'refused', 'failed') and started_at is not null
                order by started_at desc limit 1
                """)
                .query((row, number) -> job(row))
                .optional()
                .orElse(null);
    }

    private static TrainingJob job(ResultSet row) throws SQLException {
        return new TrainingJob(
                row.getObject(1, UUID.class),
                row.getString(2),
                TrainingJob.State.of(row.getString(3)),
                row.getObject(4, OffsetDateTime.class).toInstant(),
                instant(row, 5),
                instant(row, 6),
                row.getString(7));
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
