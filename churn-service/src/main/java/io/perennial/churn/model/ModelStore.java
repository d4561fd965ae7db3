package io.perennial.churn.model;

import io.perennial.churn.label.Target;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Models in Postgres. */
@Component
class ModelStore {

    private final JdbcClient jdbc;

    ModelStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A model's row. */
    record Row(
            String id,
            Target target,
            ModelState state,
            Instant trainedAt,
            String artefact,
            String sha256,
            @Nullable Instant scoredAt,
            @Nullable String comparison,
            @Nullable String baseline) {

        static Row from(ResultSet row) throws SQLException {
            OffsetDateTime scoredAt = row.getObject("scored_at", OffsetDateTime.class);
            return new Row(
                    row.getString("id"),
                    Target.ofWire(row.getString("target")).orElseThrow(),
                    ModelState.ofWire(row.getString("state")),
                    row.getObject("trained_at", OffsetDateTime.class).toInstant(),
                    row.getString("artefact"),
                    row.getString("sha256"),
                    scoredAt == null ? null : scoredAt.toInstant(),
                    row.getString("comparison"),
                    row.getString("baseline"));
        }
    }

    /** Lets one transaction at a time say who is champion. */
    void lockChampion() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext(current_schema()), hashtext('churn-champion'))")
                .query(row -> {});
    }

    /** Keeps a model, as a challenger. */
    void add(
            String id,
            Target target,
            Instant trainedAt,
            int horizonDays,
            String artefact,
            String sha256,
            @Nullable String comparison,
            @Nullable String baseline) {
        jdbc.sql("""
                insert into churn_model (id, target, state, trained_at, horizon_days, artefact, sha256, comparison, baseline)
                values (?, ?, 'challenger', ?, ?, ?, ?, ?, ?)
                """)
                .param(id)
                .param(target.wire())
                .param(trainedAt.atOffset(ZoneOffset.UTC))
                .param(horizonDays)
                .param(artefact)
                .param(sha256)
                .param(comparison)
                .param(baseline)
                .update();
    }

    /** Makes it its target's published one, with everybody to be scored anew; within the caller's transaction. */
    void publish(String id) {
        jdbc.sql("""
                update churn_model set state = 'retired'
                where state = 'published' and target = (select target from churn_model where id = ?)
                """).param(id).update();
        jdbc.sql("update churn_model set state = 'published', scored_at = null where id = ?")
                .param(id)
                .update();
    }

    void baseline(String id, String baseline) {
        jdbc.sql("update churn_model set baseline = ? where id = ?")
                .param(baseline)
                .param(id)
                .update();
    }

    @Nullable String publishedId(Target target) {
        return jdbc.sql("select id from churn_model where state = 'published' and target = ?")
                .param(target.wire())
                .query(String.class)
                .optional()
                .orElse(null);
    }

    @Nullable Row published(Target target) {
        return jdbc.sql("select * from churn_model where state = 'published' and target = ?")
                .param(target.wire())
                .query((row, number) -> Row.from(row))
                .optional()
                .orElse(null);
    }

    @Nullable Row find(String id) {
        return jdbc.sql("select * from churn_model where id = ?")
                .param(id)
                .query((row, number) -> Row.from(row))
                .optional()
                .orElse(null);
    }

    /** Why the last training gave no model; null where it gave one or there was none. */
    ModelRegistry.@Nullable Refusal lastRefusal(Target target) {
        return jdbc.sql("""
                select reason, detail
                from (select * from training_job
                      where finished_at is not null and target = ? order by requested_at desc limit 1) as last
                where state = 'refused'
                """)
                .param(target.wire())
                .query((row, number) -> new ModelRegistry.Refusal(row.getString("reason"), row.getString("detail")))
                .optional()
                .orElse(null);
    }

    /** When the newest model, champion or not, was trained. */
    @Nullable Instant newest(Target target) {
        return jdbc.sql("select trained_at from churn_model where target = ? order by trained_at desc limit 1")
                .param(target.wire())
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant)
                .orElse(null);
    }

    /** Newest first, those before the given time and id; null: of any target. */
    List<Row> page(@Nullable Target target, @Nullable Instant before, String beforeId, int limit) {
        return jdbc.sql("""
                select * from churn_model
                where (cast(:target as text) is null or target = :target)
                    and (cast(:before as timestamptz) is null or (trained_at, id) < (:before, :id))
                order by trained_at desc, id desc limit :limit
                """)
                .param("target", target == null ? null : target.wire())
                .param("before", before == null ? null : before.atOffset(ZoneOffset.UTC))
                .param("id", beforeId)
                .param("limit", limit)
                .query((row, number) -> Row.from(row))
                .list();
    }

    void scored(String id, Instant at) {
        jdbc.sql("update churn_model set scored_at = ? where id = ?")
                .param(at.atOffset(ZoneOffset.UTC))
                .param(id)
                .update();
    }
}
