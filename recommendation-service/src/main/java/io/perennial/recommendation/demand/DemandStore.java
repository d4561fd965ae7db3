package io.perennial.recommendation.demand;

import io.perennial.recommendation.demand.Demands.ProductWeek;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Orders' units as told, as known, and as summed by product and week. */
@Component
final class DemandStore {

    private static final String UNITS = "placed_at, taken_back_at, version, lines, off, refunded";
    private static final String BETWEEN_LINES = "\u001e";
    private static final String WITHIN_LINE = "\u001f";

    private final JdbcClient jdbc;
    private final Clock clock;

    DemandStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** An order as known, and the week in which it stands; null: in none. */
    record Counted(OrderUnits units, @Nullable LocalDate week) {

        Map<ProductWeek, BigDecimal> byWeek() {
            Map<ProductWeek, BigDecimal> byWeek = new HashMap<>();
            if (week != null) {
                units.net().forEach((product, net) -> byWeek.put(new ProductWeek(product, week), net));
            }
            return byWeek;
        }
    }

    /** One insert, whatever the batch. */
    void putAside(List<OrderUnitsReader.Said> said) {
        List<OrderUnits> units = said.stream().map(OrderUnitsReader.Said::units).toList();
        jdbc.sql("""
                insert into demand_aside (order_key, placed_at, taken_back_at, version, lines, off, refunded)
                select * from unnest(?::uuid[], ?::timestamptz[], ?::timestamptz[], ?::text[], ?::text[], ?::boolean[],
                    ?::text[])
                """)
                .param(texts(said, one -> one.order().toString()))
                .params(columns(units))
                .update();
    }

    /** Takes the oldest of what was put aside away, merged by order; within the caller's transaction. */
    Map<UUID, OrderUnits> takeAside(int most) {
        Map<UUID, OrderUnits> said = new TreeMap<>();
        jdbc.sql("""
                delete from demand_aside where id = any(array(select id from demand_aside order by id limit ?))
                returning order_key, %s
                """.formatted(UNITS)).param(most).query(row -> {
            said.merge(row.getObject(1, UUID.class), units(row), OrderUnits::merge);
        });
        return said;
    }

    Map<UUID, Counted> orders(Collection<UUID> keys) {
        Map<UUID, Counted> orders = HashMap.newHashMap(keys.size());
        jdbc.sql("select order_key, %s, counted_week from demand_order where order_key = any(?::uuid[])"
                        .formatted(UNITS))
                .param(texts(keys, UUID::toString))
                .query(row -> {
                    orders.put(
                            row.getObject(1, UUID.class), new Counted(units(row), row.getObject(8, LocalDate.class)));
                });
        return orders;
    }

    void save(Map<UUID, Counted> orders) {
        Collection<Counted> values = orders.values();
        jdbc.sql("""
                insert into demand_order (updated_at, order_key, placed_at, taken_back_at, version, lines, off, refunded,
                    counted_week)
                select ?::timestamptz, told.* from unnest(?::uuid[], ?::timestamptz[], ?::timestamptz[], ?::text[],
                    ?::text[], ?::boolean[], ?::text[], ?::date[]) as told
                on conflict (order_key) do update set
                    updated_at = excluded.updated_at, placed_at = excluded.placed_at,
                    taken_back_at = excluded.taken_back_at, version = excluded.version, lines = excluded.lines,
                    off = excluded.off, refunded = excluded.refunded, counted_week = excluded.counted_week
                """)
                .param(clock.instant().toString())
                .param(texts(orders.keySet(), UUID::toString))
                .params(columns(values.stream().map(Counted::units).toList()))
                .param(texts(
                        values,
                        counted ->
                                counted.week() == null ? null : counted.week().toString()))
                .update();
    }

    void addToWeeks(SortedMap<ProductWeek, BigDecimal> more) {
        jdbc.sql("""
                insert into product_week as stands (product_id, week, units)
                select * from unnest(?::text[], ?::date[], ?::numeric[])
                on conflict (product_id, week) do update set units = stands.units + excluded.units
                """)
                .param(texts(more.keySet(), ProductWeek::productId))
                .param(texts(more.keySet(), key -> key.week().toString()))
                .param(texts(more.values(), BigDecimal::toPlainString))
                .update();
    }

    /** The week that is not over: that of the newest order; null without any. */
    @Nullable LocalDate openWeek() {
        return jdbc.sql("select max(week) from product_week where units > 0 having max(week) is not null")
                .query(LocalDate.class)
                .optional()
                .orElse(null);
    }

    long products() {
        return jdbc.sql("select count(distinct product_id) from product_week")
                .query(Long.class)
                .single();
    }

    /**
     * The next so many products after one, in their order, with their units by week from the first sale on, none negative.
     *
     * @param end the first week that does not count
     */
    Map<String, double[]> histories(String after, LocalDate from, LocalDate end, int most) {
        Map<String, double[]> histories = new LinkedHashMap<>();
        jdbc.sql("""
                select product_id, array_agg((week - ?::date) / 7 order by week), array_agg(units::float8 order by week)
                from product_week where week >= ?::date and week < ?::date and product_id in (
                    select distinct product_id from product_week where product_id > ? order by product_id limit ?)
                group by product_id order by product_id
                """)
                .params(from.toString(), from.toString(), end.toString(), after, most)
                .query(row -> {
                    histories.put(
                            row.getString(1),
                            history(
                                    (Integer[]) row.getArray(2).getArray(),
                                    (Double[]) row.getArray(3).getArray(),
                                    (int) ChronoUnit.WEEKS.between(from, end)));
                });
        return histories;
    }

    /** The last product of a page, for the next one; null where there is none. */
    @Nullable String lastOfPage(String after, int most) {
        return jdbc.sql("""
                select max(product_id) from (
                    select distinct product_id from product_week where product_id > ? order by product_id limit ?) as page
                having max(product_id) is not null
                """).params(after, most).query(String.class).optional().orElse(null);
    }

    /** Forgets orders that have not changed since, and weeks before. */
    void purge(Instant orders, LocalDate weeks) {
        jdbc.sql("delete from demand_order where updated_at < ?::timestamptz")
                .param(orders.toString())
                .update();
        jdbc.sql("delete from product_week where week < ?::date")
                .param(weeks.toString())
                .update();
    }

    private static double[] history(Integer[] weeks, Double[] units, int end) {
        int first = weeks[0];
        double[] history = new double[end - first];
        for (int i = 0; i < weeks.length; i++) {
            history[weeks[i] - first] = Math.max(0, units[i]);
        }
        return history;
    }

    private static List<Object> columns(Collection<OrderUnits> units) {
        return List.of(
                texts(units, one -> text(one.placedAt())),
                texts(units, one -> text(one.takenBackAt())),
                texts(units, OrderUnits::version),
                texts(units, one -> joined(one.lines())),
                units.stream().map(OrderUnits::off).toArray(Boolean[]::new),
                texts(units, one -> joined(one.refunded())));
    }

    private static OrderUnits units(ResultSet row) throws SQLException {
        return new OrderUnits(
                instant(row, "placed_at"),
                instant(row, "taken_back_at"),
                row.getString("version"),
                lines(row.getString("lines")),
                row.getBoolean("off"),
                lines(row.getString("refunded")));
    }

    private static String joined(Map<String, BigDecimal> lines) {
        List<String> joined = new ArrayList<>(lines.size());
        lines.forEach((product, units) -> joined.add(product + WITHIN_LINE + units.toPlainString()));
        return String.join(BETWEEN_LINES, joined);
    }

    private static Map<String, BigDecimal> lines(String joined) {
        Map<String, BigDecimal> lines = new TreeMap<>();
        if (!joined.isEmpty()) {
            for (String line : joined.split(BETWEEN_LINES, -1)) {
                int separator = line.lastIndexOf(WITHIN_LINE);
                lines.put(line.substring(0, separator), new BigDecimal(line.substring(separator + 1)));
            }
        }
        return lines;
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }

    private static <T> @Nullable String[] texts(Collection<T> all, Function<T, @Nullable String> text) {
        @Nullable String[] texts = new @Nullable String[all.size()];
        int i = 0;
        for (T one : all) {
            texts[i++] = text.apply(one);
        }
        return texts;
    }
}
