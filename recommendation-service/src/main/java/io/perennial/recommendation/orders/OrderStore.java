package io.perennial.recommendation.orders;

import io.perennial.common.identity.Identifier;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The orders' table. */
@Component
final class OrderStore {

    /** Between the products of an order on their way; no product id holds it. */
    private static final String BETWEEN = "\u001f";

    private final JdbcClient jdbc;

    OrderStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Where a reading goes on. */
    record Place(String identifier, Instant at, String orderId) {

        static final Place FIRST = new Place("", Instant.EPOCH, "");
    }

    /** An order that stands. */
    record Row(Basket basket, Place place) {}

    /** Takes over what is of a greater version; in the orders' order, so that nothing deadlocks. */
    void save(Map<String, OrderBatch.Told> orders) {
        jdbc.sql("""
                insert into shopper_order (order_id, identifier, ordered_at, version, products, cancelled_version)
                select order_id, identifier, ordered_at::timestamptz, version,
                    coalesce(string_to_array(nullif(products, ''), ?), '{}'), cancelled_version
                from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                    as told (order_id, identifier, ordered_at, version, products, cancelled_version)
                on conflict (order_id) do update set
                    identifier = case when excluded.version > coalesce(shopper_order.version, '')
                        then excluded.identifier else shopper_order.identifier end,
                    ordered_at = case when excluded.version > coalesce(shopper_order.version, '')
                        then excluded.ordered_at else shopper_order.ordered_at end,
                    products = case when excluded.version > coalesce(shopper_order.version, '')
                        then excluded.products else shopper_order.products end,
                    version = greatest(shopper_order.version, excluded.version),
                    cancelled_version = greatest(shopper_order.cancelled_version, excluded.cancelled_version)
                """)
                .param(BETWEEN)
                .param(orders.keySet().toArray(String[]::new))
                .param(column(orders, OrderBatch.Told::identifier))
                .param(column(orders, told -> told.at().toString()))
                .param(column(orders, OrderBatch.Told::version))
                .param(column(orders, told -> String.join(BETWEEN, told.products())))
                .param(column(orders, OrderBatch.Told::cancelled))
                .update();
    }

    /** The next so many that were not cancelled, by identifier, then time. */
    List<Row> page(Place after, int limit) {
        return jdbc.sql("""
                select identifier, ordered_at, order_id, products from shopper_order
                where (identifier, ordered_at, order_id) > (?, ?::timestamptz, ?)
                    and version is not null and version > coalesce(cancelled_version, '')
                order by identifier, ordered_at, order_id limit ?
                """)
                .param(after.identifier())
                .param(after.at().toString())
                .param(after.orderId())
                .param(limit)
                .query((row, number) -> row(row))
                .list();
    }

    long delete(Collection<Identifier> identifiers) {
        return jdbc.sql("delete from shopper_order where identifier = any(?)")
                .param(identifiers.stream().map(Identifier::toString).toArray(String[]::new))
                .update();
    }

    void deleteBefore(Instant cut) {
        jdbc.sql("delete from shopper_order where ordered_at < ?::timestamptz")
                .param(cut.toString())
                .update();
    }

    private static Row row(ResultSet row) throws SQLException {
        Instant at = row.getObject(2, OffsetDateTime.class).toInstant();
        Array products = row.getArray(4);
        return new Row(
                new Basket(Identifier.parse(row.getString(1)), at, List.of((String[]) products.getArray())),
                new Place(row.getString(1), at, row.getString(3)));
    }

    private static @Nullable String[] column(
            Map<String, OrderBatch.Told> orders, Function<OrderBatch.Told, @Nullable String> part) {
        @Nullable String[] column = new @Nullable String[orders.size()];
        int i = 0;
        for (OrderBatch.Told told : orders.values()) {
            column[i++] = part.apply(told);
        }
        return column;
    }
}
