package io.perennial.profile.rfm;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The population in Postgres: computed from the profiles, kept in one row that every replica reads. */
@Component
class PopulationStore {

    private final JdbcClient jdbc;

    PopulationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Population read() {
        return jdbc.sql("select * from population")
                .query((row, number) -> population(row))
                .optional()
                .orElse(Population.UNKNOWN);
    }

    /** Changes whenever what the population is computed from does. */
    String fingerprint() {
        return jdbc.sql("""
                select count(*) || '/' || coalesce(sum(standing), 0) || '/' || coalesce(sum(revenue), 0) || '/'
                    || coalesce(max(last_order_at)::text, '')
                from profile where last_order_at is not null and not gone""").query(String.class).single();
    }

    BuyerColumns buyers() {
        BuyerColumns buyers = new BuyerColumns();
        jdbc.sql("""
                select extract(epoch from first_order_at)::double precision as first,
                       extract(epoch from last_order_at)::double precision as last,
                       standing, revenue::double precision as revenue
                from profile where last_order_at is not null and not gone""").withFetchSize(10_000).query(row -> {
            buyers.add(
                    row.getDouble("first"), row.getDouble("last"), row.getLong("standing"), row.getDouble("revenue"));
        });
        return buyers;
    }

    void save(Population population) {
        CutPoints cuts = population.cutPoints();
        Duration interval = population.interval();
        jdbc.sql("""
                insert into population (as_of, fingerprint, buyers, recency, frequency, monetary, interval_seconds)
                values (:asOf::timestamptz, :fingerprint, :buyers, :recency::double precision[],
                    :frequency::double precision[], :monetary::double precision[], :interval::bigint)
                on conflict (singleton) do update
                set as_of = excluded.as_of, fingerprint = excluded.fingerprint, buyers = excluded.buyers,
                    recency = excluded.recency, frequency = excluded.frequency, monetary = excluded.monetary,
                    interval_seconds = excluded.interval_seconds""")
                .param("asOf", population.asOf().toString())
                .param("fingerprint", population.fingerprint())
                .param("buyers", population.buyers())
                .param("recency", cuts == null ? null : array(cuts.recency()))
                .param("frequency", cuts == null ? null : array(cuts.frequency()))
                .param("monetary", cuts == null ? null : array(cuts.monetary()))
                .param("interval", interval == null ? null : interval.toSeconds())
                .update();
    }

    private static Population population(ResultSet row) throws SQLException {
        Quintiles recency = quintiles(row.getArray("recency"));
        Quintiles frequency = quintiles(row.getArray("frequency"));
        Quintiles monetary = quintiles(row.getArray("monetary"));
        Long interval = row.getObject("interval_seconds", Long.class);
        return new Population(
                row.getObject("as_of", OffsetDateTime.class).toInstant(),
                row.getString("fingerprint"),
                row.getLong("buyers"),
                recency == null || frequency == null || monetary == null
                        ? null
                        : new CutPoints(recency, frequency, monetary),
                interval == null ? null : Duration.ofSeconds(interval));
    }

    private static @Nullable Quintiles quintiles(@Nullable Array array) throws SQLException {
        return array == null ? null : new Quintiles(List.of((Double[]) array.getArray()));
    }

    private static Double[] array(Quintiles quintiles) {
        return quintiles.cuts().toArray(Double[]::new);
    }
}
