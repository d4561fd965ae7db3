package io.perennial.recommendation.experiment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The experiments' table. */
@Component
final class ExperimentStore {

    private static final String SELECT =
            "select name, state, definition, salt, started_at, stopped_at from recommendation_experiment ";

    private final JdbcClient jdbc;

    ExperimentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An experiment as stored; the definition is JSON. */
    record Row(
            String name,
            String state,
            String definition,
            String salt,
            @Nullable Instant startedAt,
            @Nullable Instant stoppedAt) {}

    @Nullable Row find(String name) {
        return jdbc.sql(SELECT + "where name = ?")
                .param(name)
                .query((row, number) -> row(row))
                .optional()
                .orElse(null);
    }

    /** The name of what runs at the placement; null where nothing does. */
    @Nullable String runningAt(String placement) {
        return jdbc.sql("select name from recommendation_experiment where placement = ? and state = 'running'")
                .param(placement)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    List<Row> running() {
        return jdbc.sql(SELECT + "where state = 'running' order by name")
                .query((row, number) -> row(row))
                .list();
    }

    /** In the names' order, those after a name. */
    List<Row> page(String after, int limit) {
        return jdbc.sql(SELECT + "where name > ? order by name limit ?")
                .params(after, limit)
                .query((row, number) -> row(row))
                .list();
    }

    /** Writes an experiment; the salt of one that exists stays. A second one running at a placement violates an index. */
    void save(String name, String placement, String state, String definition, String salt, Instant now) {
        jdbc.sql("""
                insert into recommendation_experiment as stands
                    (name, placement, state, definition, salt, changed_at, started_at, stopped_at)
                select told.name, told.placement, told.state, told.definition::jsonb, told.salt, told.at,
                    case when told.state <> 'draft' then told.at end, case when told.state = 'stopped' then told.at end
                from (values (?, ?, ?, ?, ?, ?::timestamptz)) as told (name, placement, state, definition, salt, at)
                on conflict (name) do update set
                    placement = excluded.placement, state = excluded.state, definition = excluded.definition,
                    changed_at = excluded.changed_at, started_at = coalesce(stands.started_at, excluded.started_at),
                    stopped_at = coalesce(stands.stopped_at, excluded.stopped_at)
                """)
                .params(name, placement, state, definition, salt, now.toString())
                .update();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                instant(row, 5),
                instant(row, 6));
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
