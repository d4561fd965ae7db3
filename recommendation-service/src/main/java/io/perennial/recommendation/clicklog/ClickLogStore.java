package io.perennial.recommendation.clicklog;

import io.perennial.recommendation.ranker.FeatureRow;
import io.perennial.recommendation.ranker.JudgedShelf;
import io.perennial.recommendation.signature.RecommendationId;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of shelves that were shown. */
@Component
final class ClickLogStore {

    private static final int PURGE_CHUNK = 20_000;

    private final JdbcClient jdbc;

    ClickLogStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds marks to shelves, in the nonces' order, so that two transactions cannot deadlock. */
    void add(Map<Long, ShelfTold> shelves) {
        Collection<ShelfTold> told = shelves.values();
        jdbc.sql("""
                insert into click_log as stands (nonce, shown_at, placement, features, seen, chosen, ordered)
                select nonce, shown_at::timestamptz, placement, features, seen, chosen, ordered
                from unnest(?::bigint[], ?::text[], ?::text[], ?::bytea[], ?::int[], ?::int[], ?::int[])
                    as told (nonce, shown_at, placement, features, seen, chosen, ordered)
                on conflict (nonce) do update set
                    seen = stands.seen | excluded.seen, chosen = stands.chosen | excluded.chosen,
                    ordered = stands.ordered | excluded.ordered
                """)
                .param(shelves.keySet().toArray(Long[]::new))
                .param(told.stream().map(one -> one.id().issuedAt().toString()).toArray(String[]::new))
                .param(told.stream().map(one -> one.id().placement()).toArray(String[]::new))
                .param(told.stream().map(one -> features(one.id())).toArray(byte[][]::new))
                .param(marks(told, one -> one.marks().seen()))
                .param(marks(told, one -> one.marks().chosen()))
                .param(marks(told, one -> one.marks().ordered()))
                .update();
    }

    /** Where shelves were seen. */
    List<String> placements() {
        return jdbc.sql("select distinct placement from click_log where seen <> 0 order by placement")
                .query(String.class)
                .list();
    }

    /** How many shelves were shown since a time; counted up to {@code enough}. */
    long shownSince(Instant since, long enough) {
        return jdbc.sql("select count(*) from (select from click_log where shown_at > ?::timestamptz limit ?) as shown")
                .param(since.toString())
                .param(enough)
                .query(Long.class)
                .single();
    }

    /** The newest shelves of a placement that were seen, shown before a time, oldest of them first. */
    List<JudgedShelf> judged(String placement, Instant before, int most) {
        return jdbc.sql("""
                select features, seen, chosen, ordered from click_log
                where placement = ? and shown_at < ?::timestamptz and seen <> 0
                order by shown_at desc, nonce limit ?
                """)
                .param(placement)
                .param(before.toString())
                .param(most)
                .query((row, number) ->
                        new JudgedShelf(items(row.getBytes(1)), row.getInt(2), row.getInt(3), row.getInt(4)))
                .list()
                .reversed();
    }

    /** Forgets what was shown before a time, and all but the newest; in chunks, so that no lock is held for long. */
    void purge(Instant before, int most) {
        int chunk;
        do {
            chunk = jdbc.sql("""
                    delete from click_log where ctid = any(array(select ctid from click_log where shown_at < greatest(
                        ?::timestamptz, (select shown_at from click_log order by shown_at desc offset ? limit 1)) limit ?))
                    """)
                    .param(before.toString())
                    .param(most - 1)
                    .param(PURGE_CHUNK)
                    .update();
        } while (chunk == PURGE_CHUNK);
    }

    private static Integer[] marks(Collection<ShelfTold> told, ToIntFunction<ShelfTold> mark) {
        return told.stream().mapToInt(mark).boxed().toArray(Integer[]::new);
    }

    private static byte[] features(RecommendationId id) {
        ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES * id.items().size());
        id.items().forEach(item -> bytes.putLong(item.features()));
        return bytes.array();
    }

    private static List<FeatureRow> items(byte[] features) {
        ByteBuffer bytes = ByteBuffer.wrap(features);
        List<FeatureRow> items = new ArrayList<>();
        while (bytes.hasRemaining()) {
            items.add(new FeatureRow(bytes.getLong()));
        }
        return items;
    }
}
