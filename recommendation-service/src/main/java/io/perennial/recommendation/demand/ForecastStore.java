package io.perennial.recommendation.demand;

import io.perennial.recommendation.forecast.DemandForecast;
import io.perennial.recommendation.forecast.DemandForecast.Units;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Forecasts, and what they say of the stock that the catalog knows now. */
@Component
final class ForecastStore {

    /** The one place where it is decided what is low and what is too much; two parameters: weeks of over-stock, horizon. */
    private static final String STOCKED = """
            select forecast.*, case
                    when stock is null then 'stock-unknown'
                    when stock < high then 'low-stock'
                    when stock > 0 and stock > expected * ?::float8 / ?::float8 then 'over-stock'
                    else 'covered' end as state,
                case when expected > 0 then stock * ?::float8 / expected else 'Infinity' end as cover
            from (select f.*, (p.feed ->> 'stock')::bigint as stock
                  from demand_forecast f left join product p using (product_id)) as forecast
            """;

    private final JdbcClient jdbc;
    private final DemandProperties properties;

    ForecastStore(JdbcClient jdbc, DemandProperties properties) {
        this.jdbc = jdbc;
        this.properties = properties;
    }

    /** The last forecast as a whole; provenance as JSON. */
    record Run(LocalDate asOf, Instant computedAt, String provenance) {}

    /**
     * A product's forecast beside its stock.
     *
     * @param stock null where it is not counted
     * @param cover weeks the stock lasts at the expected rate; infinite where nothing is expected, null without stock
     */
    record Stocked(
            String productId,
            LocalDate asOf,
            String demandClass,
            String method,
            Units total,
            List<Units> weeks,
            @Nullable Long stock,
            String state,
            @Nullable Double cover) {}

    @Nullable Run last() {
        return jdbc.sql("select as_of, computed_at, provenance from demand_run")
                .query((row, number) -> new Run(
                        row.getObject(1, LocalDate.class),
                        row.getObject(2, OffsetDateTime.class).toInstant(),
                        row.getString(3)))
                .optional()
                .orElse(null);
    }

    void save(LocalDate asOf, Map<String, DemandForecast> forecasts) {
        if (forecasts.isEmpty()) {
            return;
        }
        List<DemandForecast> values = List.copyOf(forecasts.values());
        jdbc.sql("""
                insert into demand_forecast (as_of, product_id, class, method, expected, low, high, week_expected, week_low,
                    week_high)
                select ?::date, product_id, class, method, expected, low, high, weeks::float8[], lows::float8[],
                    highs::float8[]
                from unnest(?::text[], ?::text[], ?::text[], ?::float8[], ?::float8[], ?::float8[], ?::text[], ?::text[],
                    ?::text[]) as made (product_id, class, method, expected, low, high, weeks, lows, highs)
                on conflict (product_id) do update set
                    as_of = excluded.as_of, class = excluded.class, method = excluded.method,
                    expected = excluded.expected, low = excluded.low, high = excluded.high,
                    week_expected = excluded.week_expected, week_low = excluded.week_low, week_high = excluded.week_high
                """)
                .param(asOf.toString())
                .param(forecasts.keySet().toArray(String[]::new))
                .param(values.stream().map(one -> one.demandClass().wire()).toArray(String[]::new))
                .param(values.stream().map(DemandForecast::method).toArray(String[]::new))
                .param(values.stream().map(one -> one.total().expected()).toArray(Double[]::new))
                .param(values.stream().map(one -> one.total().low()).toArray(Double[]::new))
                .param(values.stream().map(one -> one.total().high()).toArray(Double[]::new))
                .param(arrays(values, Units::expected))
                .param(arrays(values, Units::low))
                .param(arrays(values, Units::high))
                .update();
    }

    /** Says that all products are forecast as of a week; what is not any more is deleted. */
    void finish(LocalDate asOf, Instant computedAt, String provenance) {
        jdbc.sql("delete from demand_forecast where as_of <> ?::date")
                .param(asOf.toString())
                .update();
        jdbc.sql("""
                insert into demand_run (as_of, computed_at, provenance) values (?::date, ?::timestamptz, ?::jsonb)
                on conflict (only_one) do update set
                    as_of = excluded.as_of, computed_at = excluded.computed_at, provenance = excluded.provenance
                """).params(asOf.toString(), computedAt.toString(), provenance).update();
    }

    @Nullable Stocked find(String productId) {
        return jdbc.sql(STOCKED + "where product_id = ?")
                .params(rule())
                .param(productId)
                .query((row, number) -> stocked(row))
                .optional()
                .orElse(null);
    }

    /**
     * Products in a state after a place in the order: what is low by how soon it is gone, what is too much by how long it lasts.
     *
     * @param after cover of the last one seen; null from the start
     */
    List<Stocked> page(String state, @Nullable Double after, String productId, int limit) {
        boolean longestFirst = state.equals("over-stock");
        String order = longestFirst ? "-cover" : "cover";
        return jdbc.sql("select * from (" + STOCKED + ") as stocked where state = ? and (" + order
                        + ", product_id) > (?::float8, ?) order by " + order + ", product_id limit ?")
                .params(rule())
                .param(state)
                .param(after == null ? "-Infinity" : Double.toString(longestFirst ? -after : after))
                .param(productId)
                .param(limit)
                .query((row, number) -> stocked(row))
                .list();
    }

    private List<Object> rule() {
        double horizon = properties.horizon();
        return List.of((double) properties.overStock(), horizon, horizon);
    }

    private static Stocked stocked(ResultSet row) throws SQLException {
        Double[] expected = (Double[]) row.getArray("week_expected").getArray();
        Double[] low = (Double[]) row.getArray("week_low").getArray();
        Double[] high = (Double[]) row.getArray("week_high").getArray();
        List<Units> weeks = new ArrayList<>(expected.length);
        for (int week = 0; week < expected.length; week++) {
            weeks.add(new Units(expected[week], low[week], high[week]));
        }
        Long stock = row.getObject("stock", Long.class);
        return new Stocked(
                row.getString("product_id"),
                row.getObject("as_of", LocalDate.class),
                row.getString("class"),
                row.getString("method"),
                new Units(row.getDouble("expected"), row.getDouble("low"), row.getDouble("high")),
                weeks,
                stock,
                row.getString("state"),
                stock == null ? null : row.getDouble("cover"));
    }

    private static String[] arrays(List<DemandForecast> forecasts, ToDoubleFunction<Units> part) {
        return forecasts.stream()
                .map(forecast -> forecast.weeks().stream()
                        .map(units -> Double.toString(part.applyAsDouble(units)))
                        .collect(Collectors.joining(",", "{", "}")))
                .toArray(String[]::new);
    }
}
