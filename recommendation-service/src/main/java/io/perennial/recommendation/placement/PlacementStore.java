package io.perennial.recommendation.placement;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The placements' table: every version that ever held. */
@Component
final class PlacementStore {

    private final JdbcClient jdbc;

    PlacementStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A version; the definition as JSON. */
    record Row(String name, long version, String definition) {}

    /** The newest version of each name. */
    List<Row> newest() {
        return jdbc.sql(
                        "select distinct on (name) name, version, definition from placement order by name, version desc")
                .query((row, number) -> new Row(row.getString(1), row.getLong(2), row.getString(3)))
                .list();
    }

    /** Adds a version; false where it is there already. */
    boolean add(Row row, Instant now) {
        return jdbc.sql("""
                insert into placement (name, version, definition, changed_at) values (?, ?, ?::jsonb, ?::timestamptz)
                on conflict do nothing
                """)
                        .param(row.name())
                        .param(row.version())
                        .param(row.definition())
                        .param(now.toString())
                        .update()
                == 1;
    }
}
