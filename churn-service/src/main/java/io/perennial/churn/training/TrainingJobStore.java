package io.perennial.churn.training;

import io.perennial.churn.label.Target;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Training jobs in Postgres, where at most one is open. */
@Component
class TrainingJobStore {

    private final JdbcClient jdbc;

    TrainingJobStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds a queued job; false where one is open already. */
    boolean add(TrainingJob job) {
        return jdbc.sql("""
                        insert into training_job (id, target, state, cause, horizon_days, as_of, requested_at)
                        values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                        """)
                        .param(job.id())
                        .param(job.target().wire())
                        .param(job.state().wire())
                        .param(job.cause().wire())
                        .param(job.horizonDays())
                        .param(job.asOf().atOffset(ZoneOffset.UTC))
                        .param(job.requestedAt().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void started(UUID id, Instant at) {
        jdbc.sql("update training_job set state = 'running', started_at = ? where id = ?")
                .param(at.atOffset(ZoneOffset.UTC))
                .param(id)
                .update();
    }

    void horizon(UUID id, int days) {
        jdbc.sql("update training_job set horizon_days = ? where id = ?")
                .param(days)
                .param(id)
                .update();
    }

    void published(UUID id, Instant at, String model) {
        jdbc.sql("update training_job set state = 'published', finished_at = ?, model = ? where id = ?")
                .param(at.atOffset(ZoneOffset.UTC))
                .param(model)
                .param(id)
                .update();
    }

    void challenges(UUID id, Instant at, String model, String reason, String detail) {
        jdbc.sql("""
                update training_job set state = 'challenger', finished_at = ?, model = ?, reason = ?, detail = ? where id = ?
                """)
                .param(at.atOffset(ZoneOffset.UTC))
                .param(model)
                .param(reason)
                .param(detail)
                .param(id)
                .update();
    }

    void ended(UUID id, TrainingJob.State state, Instant at, String reason, String detail) {
        jdbc.sql("update training_job set state = ?, finished_at = ?, reason = ?, detail = ? where id = ?")
                .param(state.wire())
                .param(at.atOffset(ZoneOffset.UTC))
                .param(reason)
                .param(detail)
                .param(id)
                .update();
    }

    /** Closes the running job, and a queued one requested before then; for who knows that no training runs. */
    void closeAbandoned(Instant before, Instant now) {
        jdbc.sql("""
                update training_job
                set state = 'failed', finished_at = ?, reason = 'interrupted',
                    detail = 'The process that trained ended before the training did; train again'
                where state = 'running' or (state = 'queued' and requested_at < ?)
                """)
                .param(now.atOffset(ZoneOffset.UTC))
                .param(before.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Null: for any target. */
    boolean requestedSince(TrainingJob.Cause cause, @Nullable Target target, Instant then) {
        return jdbc.sql("""
                select exists (
                    select from training_job
                    where cause = :cause and requested_at > :then
                      and (cast(:target as text) is null or target = :target))
                """)
                .param("cause", cause.wire())
                .param("target", target == null ? null : target.wire())
                .param("then", then.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    @Nullable TrainingJob open() {
        return jdbc.sql("select * from training_job where state in ('queued', 'running')")
                .query((row, number) -> job(row))
                .optional()
                .orElse(null);
    }

    @Nullable TrainingJob find(UUID id) {
        return jdbc.sql("select * from training_job where id = ?")
                .param(id)
                .query((row, number) -> job(row))
                .optional()
                .orElse(null);
    }

    private static TrainingJob job(ResultSet row) throws SQLException {
        return new TrainingJob(
                row.getObject("id", UUID.class),
                Target.ofWire(row.getString("target")).orElseThrow(),
                TrainingJob.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                TrainingJob.Cause.valueOf(row.getString("cause").toUpperCase(Locale.ROOT)),
                row.getObject("horizon_days", Integer.class),
                row.getObject("as_of", OffsetDateTime.class).toInstant(),
                row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                instant(row, "started_at"),
                instant(row, "finished_at"),
                row.getString("model"),
                row.getString("reason"),
                row.getString("detail"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
