package io.perennial.recommendation.attribution;

import io.perennial.recommendation.attribution.Attribution.ShopperKey;
import io.perennial.recommendation.signature.RecommendationId;
import io.perennial.recommendation.signature.RecommendationIdCodec;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes the outcomes' tables: of recommendations, of days, and of shoppers in experiments. */
@Component
final class OutcomeStore {

    private static final String SEPARATOR = "\u001f";
    private static final String NO_ORDER = "-";
    private static final int PURGE_CHUNK = 20_000;

    private final JdbcClient jdbc;
    private final Clock clock;

    OutcomeStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Those of the recommendations something is known of, locked until the commit, in the nonces' order, so that two
     * transactions cannot deadlock.
     *
     * @param told places of those not known yet are held by empty rows
     * @param others that are not to be kept anew where they are past their retention
     */
    Map<Long, Outcome> lock(Collection<Long> told, Collection<Long> others) {
        jdbc.sql("""
                insert into recommendation_outcome (nonce, issued_at)
                select nonce, ?::timestamptz from unnest(?::bigint[]) as told (nonce) on conflict do nothing
                """)
                .param(clock.instant().toString())
                .param(told.stream().sorted().toArray(Long[]::new))
                .update();
        Map<Long, Outcome> known = HashMap.newHashMap(told.size() + others.size());
        jdbc.sql("""
                select nonce, recommendation, clicked, carted, sales from recommendation_outcome
                where nonce = any(?) order by nonce for update
                """)
                .param(Stream.concat(told.stream(), others.stream()).distinct().toArray(Long[]::new))
                .query(row -> {
                    byte[] bytes = row.getBytes(2);
                    RecommendationId id = bytes == null ? null : RecommendationIdCodec.read(ByteBuffer.wrap(bytes));
                    if (id != null) {
                        known.put(row.getLong(1), new Outcome(id, row.getBoolean(3), row.getBoolean(4), sales((String[])
                                row.getArray(5).getArray())));
                    }
                });
        return known;
    }

    /** Writes whole outcomes into rows that {@link #lock} made or found. */
    void save(Map<Long, Outcome> outcomes) {
        Collection<Outcome> values = outcomes.values();
        jdbc.sql("""
                update recommendation_outcome as stands set
                    issued_at = told.issued_at::timestamptz, recommendation = told.recommendation,
                    experiment = told.experiment, arm = told.arm, propensity = told.propensity,
                    clicked = told.clicked, carted = told.carted, revenue = told.revenue::numeric,
                    ordered = told.ordered, sales = string_to_array(told.sales, E'\\x1e')
                from unnest(?::bigint[], ?::text[], ?::bytea[], ?::text[], ?::text[], ?::float8[], ?::boolean[],
                        ?::boolean[], ?::boolean[], ?::text[], ?::text[])
                    as told (nonce, issued_at, recommendation, experiment, arm, propensity, clicked, carted, ordered,
                        revenue, sales)
                where stands.nonce = told.nonce
                """)
                .param(outcomes.keySet().toArray(Long[]::new))
                .param(texts(values, outcome -> outcome.id().issuedAt().toString()))
                .param(values.stream()
                        .map(outcome -> RecommendationIdCodec.write(outcome.id()))
                        .toArray(byte[][]::new))
                .param(texts(values, outcome -> TallyKey.of(outcome.id()).experiment()))
                .param(texts(values, outcome -> TallyKey.of(outcome.id()).arm()))
                .param(values.stream().map(outcome -> outcome.id().propensity()).toArray(Double[]::new))
                .param(values.stream().map(Outcome::clicked).toArray(Boolean[]::new))
                .param(values.stream().map(Outcome::carted).toArray(Boolean[]::new))
                .param(values.stream().map(Outcome::ordered).toArray(Boolean[]::new))
                .param(texts(values, outcome -> outcome.revenue().toPlainString()))
                .param(texts(values, outcome -> joined(outcome.sales())))
                .update();
    }

    /** Adds to the sums of shoppers, in their order. */
    void addToShoppers(Map<ShopperKey, Tally> more) {
        if (more.isEmpty()) {
            return;
        }
        List<ShopperKey> keys = List.copyOf(more.keySet());
        jdbc.sql("""
                insert into experiment_shopper as stands
                    (updated_at, experiment, arm, unit, seen, clicked, carted, ordered, revenue)
                select ?::timestamptz, experiment, arm, unit, seen, clicked, carted, ordered, revenue::numeric
                from unnest(?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[],
                    ?::text[]) as told (experiment, arm, unit, seen, clicked, carted, ordered, revenue)
                on conflict (experiment, arm, unit) do update set
                    seen = stands.seen + excluded.seen, clicked = stands.clicked + excluded.clicked,
                    carted = stands.carted + excluded.carted, ordered = stands.ordered + excluded.ordered,
                    revenue = stands.revenue + excluded.revenue, updated_at = excluded.updated_at
                """)
                .param(clock.instant().toString())
                .param(texts(keys, ShopperKey::experiment))
                .param(texts(keys, ShopperKey::arm))
                .param(keys.stream().map(ShopperKey::unit).toArray(Long[]::new))
                .params(columns(more.values()))
                .update();
    }

    /** Adds to the sums of days, in their order. */
    void addToDays(Map<TallyKey, Tally> more) {
        if (more.isEmpty()) {
            return;
        }
        List<TallyKey> keys = List.copyOf(more.keySet());
        jdbc.sql("""
                insert into recommendation_day as stands
                    (day, placement, strategy, experiment, arm, seen, clicked, carted, ordered, revenue)
                select day::date, placement, strategy, experiment, arm, seen, clicked, carted, ordered, revenue::numeric
                from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::bigint[],
                    ?::bigint[], ?::text[])
                    as told (day, placement, strategy, experiment, arm, seen, clicked, carted, ordered, revenue)
                on conflict (day, placement, strategy, experiment, arm) do update set
                    seen = stands.seen + excluded.seen, clicked = stands.clicked + excluded.clicked,
                    carted = stands.carted + excluded.carted, ordered = stands.ordered + excluded.ordered,
                    revenue = stands.revenue + excluded.revenue
                """)
                .param(texts(keys, key -> key.day().toString()))
                .param(texts(keys, TallyKey::placement))
                .param(texts(keys, TallyKey::strategy))
                .param(texts(keys, TallyKey::experiment))
                .param(texts(keys, TallyKey::arm))
                .params(columns(more.values()))
                .update();
    }

    /**
     * Forgets what lies before the given times, orders after their recommendations; in chunks, so that no lock is held for
     * long. Returns how many rows.
     */
    long purge(Instant outcomes, Instant shoppers, Instant days) {
        return purge("recommendation_outcome", "issued_at", outcomes)
                + purge("recommendation_order", "updated_at", outcomes)
                + purge("experiment_shopper", "updated_at", shoppers)
                + purge("recommendation_day", "day", days);
    }

    private long purge(String table, String column, Instant before) {
        long purged = 0;
        int chunk;
        do {
            chunk = jdbc.sql("""
                    delete from %s where ctid = any(array(select ctid from %s where %s < ?::timestamptz limit ?))
                    """.formatted(table, table, column))
                    .param(before.toString())
                    .param(PURGE_CHUNK)
                    .update();
            purged += chunk;
        } while (chunk == PURGE_CHUNK);
        return purged;
    }

    private static List<Object> columns(Collection<Tally> tallies) {
        return List.of(
                longs(tallies, Tally::seen),
                longs(tallies, Tally::clicked),
                longs(tallies, Tally::carted),
                longs(tallies, Tally::ordered),
                texts(tallies, tally -> tally.revenue().toPlainString()));
    }

    private static <T> String[] texts(Collection<T> all, Function<T, String> text) {
        return all.stream().map(text).toArray(String[]::new);
    }

    private static <T> Long[] longs(Collection<T> all, ToLongFunction<T> number) {
        return all.stream().mapToLong(number).boxed().toArray(Long[]::new);
    }

    private static String joined(SortedMap<String, Sale> sales) {
        List<String> rows = new ArrayList<>(sales.size());
        sales.forEach((order, sale) -> rows.add(
                String.join(SEPARATOR, order, sale.revenue().toPlainString(), sale.ordered() ? "" : NO_ORDER)));
        return String.join("\u001e", rows);
    }

    /** Of releases before refunds counted, the third part is a version: an order, then as now. */
    private static SortedMap<String, Sale> sales(String[] rows) {
        TreeMap<String, Sale> sales = new TreeMap<>();
        for (String row : rows) {
            String[] parts = row.split(SEPARATOR, 3);
            sales.put(parts[0], new Sale(!parts[2].equals(NO_ORDER), new BigDecimal(parts[1])));
        }
        return sales;
    }
}
