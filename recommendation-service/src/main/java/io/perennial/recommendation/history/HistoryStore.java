package io.perennial.recommendation.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The histories' table: one row an identifier. */
@Component
final class HistoryStore {

    private final JdbcClient jdbc;

    HistoryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of the identifiers that have a history. */
    Map<String, History> find(Collection<String> identifiers) {
        Map<String, History> histories = HashMap.newHashMap(identifiers.size());
        jdbc.sql("select identifier, entries from shopper_history where identifier = any(?)")
                .param(identifiers.toArray(String[]::new))
                .query(row -> {
                    histories.put(row.getString(1), HistoryCodec.read(row.getBytes(2)));
                });
        return histories;
    }

    /** Writes whole histories; in the order of their identifiers, so that two transactions cannot deadlock. */
    void save(Map<String, History> histories, Instant now) {
        Map<String, History> sorted = new TreeMap<>(histories);
        List<String> identifiers = new ArrayList<>(sorted.size());
        List<Integer> interactions = new ArrayList<>(sorted.size());
        List<byte[]> entries = new ArrayList<>(sorted.size());
        List<String> oldest = new ArrayList<>(sorted.size());
        List<String> latest = new ArrayList<>(sorted.size());
        sorted.forEach((identifier, history) -> {
            identifiers.add(identifier);
            interactions.add(history.newestFirst().size());
            entries.add(HistoryCodec.write(history));
            oldest.add(history.newestFirst().getLast().at().toString());
            latest.add(history.newestFirst().getFirst().at().toString());
        });
        jdbc.sql("""
                insert into shopper_history (identifier, interactions, entries, oldest_at, newest_at, updated_at)
                select identifier, interactions, entries, oldest_at::timestamptz, newest_at::timestamptz, ?::timestamptz
                from unnest(?::text[], ?::integer[], ?::bytea[], ?::text[], ?::text[])
                    as seen (identifier, interactions, entries, oldest_at, newest_at)
                on conflict (identifier) do update set
                    interactions = excluded.interactions, entries = excluded.entries, oldest_at = excluded.oldest_at,
                    newest_at = excluded.newest_at, updated_at = excluded.updated_at
                """)
                .param(now.toString())
                .param(identifiers.toArray(String[]::new))
                .param(interactions.toArray(Integer[]::new))
                .param(entries.toArray(byte[][]::new))
                .param(oldest.toArray(String[]::new))
                .param(latest.toArray(String[]::new))
                .update();
    }

    long delete(Collection<String> identifiers) {
        return jdbc.sql("delete from shopper_history where identifier = any(?)")
                .param(identifiers.toArray(String[]::new))
                .update();
    }

    /** The next so many rows after an identifier (null: from the start), in the identifiers' order. */
    Map<String, History> page(@Nullable String after, int limit) {
        Map<String, History> page = new TreeMap<>();
        jdbc.sql("""
                select identifier, entries from shopper_history where identifier > ? order by identifier limit ?
                """).param(after == null ? "" : after).param(limit).query(row -> {
            page.put(row.getString(1), HistoryCodec.read(row.getBytes(2)));
        });
        return page;
    }

    /** How many shoppers' histories were written since; of all, where null. Counts no further than {@code most}. */
    long changedSince(@Nullable Instant since, long most) {
        return jdbc.sql("""
                select count(*) from (
                    select 1 from shopper_history where updated_at > ?::timestamptz limit ?) as changed
                """)
                .param(since == null ? "-infinity" : since.toString())
                .param(most)
                .query(Long.class)
                .single();
    }
}
