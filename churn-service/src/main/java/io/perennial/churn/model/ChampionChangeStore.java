package io.perennial.churn.model;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who became champion when, by whom and why, in Postgres; rows are only added. */
@Component
class ChampionChangeStore {

    private final JdbcClient jdbc;

    ChampionChangeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(ChampionChange change) {
        jdbc.sql("""
                insert into champion_change (at, model, previous, cause, actor, reason) values (?, ?, ?, ?, ?, ?)
                """)
                .param(change.at().atOffset(ZoneOffset.UTC))
                .param(change.model())
                .param(change.previous())
                .param(change.cause().wire())
                .param(change.actor())
                .param(change.reason())
                .update();
    }

    /** Newest first. */
    List<ChampionChange> latest(int limit) {
        return jdbc.sql("select * from champion_change order by id desc limit ?")
                .param(limit)
                .query((row, number) -> change(row))
                .list();
    }

    /** How the model last came to serve. */
    @Nullable ChampionChange lastOf(String model) {
        return jdbc.sql("select * from champion_change where model = ? order by id desc limit 1")
                .param(model)
                .query((row, number) -> change(row))
                .optional()
                .orElse(null);
    }

    private static ChampionChange change(ResultSet row) throws SQLException {
        return new ChampionChange(
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("model"),
                row.getString("previous"),
                ChampionChange.Cause.ofWire(row.getString("cause")),
                row.getString("actor"),
                row.getString("reason"));
    }
}
