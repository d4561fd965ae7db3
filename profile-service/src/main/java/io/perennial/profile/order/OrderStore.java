package io.perennial.profile.order;

import io.perennial.common.identity.Identifier;
import io.perennial.profile.stamp.Stamp;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Orders in Postgres: one row an identifier and order. */
@Component
class OrderStore {

    private final JdbcClient jdbc;

    OrderStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<Identifier, List<Order>> find(Collection<Identifier> identifiers) {
        Map<String, List<Order>> found = new HashMap<>();
        jdbc.sql("select * from shop_order where identifier = any(:identifiers)")
                .param("identifiers", texts(identifiers, Identifier::toString))
                .query(row -> {
                    found.computeIfAbsent(row.getString("identifier"), first -> new ArrayList<>())
                            .add(order(row));
                });
        Map<Identifier, List<Order>> parsed = HashMap.newHashMap(found.size());
        found.forEach((identifier, orders) -> parsed.put(Identifier.parse(identifier), orders));
        return parsed;
    }

    /** Writes the orders, by identifier and order id. */
    void save(Map<Identifier, Map<String, Order>> orders) {
        int size = orders.values().stream().mapToInt(Map::size).sum();
        String[] identifiers = new String[size];
        String[] ids = new String[size];
        @Nullable String[] placed = new String[size];
        @Nullable String[] amounts = new String[size];
        @Nullable String[] stamps = new String[size];
        @Nullable String[] messages = new String[size];
        @Nullable String[] sources = new String[size];
        Boolean[] cancelled = new Boolean[size];
        Boolean[] whole = new Boolean[size];
        String[] refunded = new String[size];
        int i = 0;
        for (Map.Entry<Identifier, Map<String, Order>> entry : orders.entrySet()) {
            for (Order order : entry.getValue().values()) {
                Order.Amount amount = order.amount();
                identifiers[i] = entry.getKey().toString();
                ids[i] = order.orderId();
                placed[i] = order.placedAt() == null ? null : order.placedAt().toString();
                amounts[i] = amount == null ? null : amount.value().toPlainString();
                stamps[i] = amount == null ? null : amount.stamp().at().toString();
                messages[i] = amount == null ? null : amount.stamp().messageId();
                sources[i] = amount == null ? null : amount.stamp().source();
                cancelled[i] = order.cancelled();
                whole[i] = order.refundedWhole();
                refunded[i++] = order.refunded().toPlainString();
            }
        }
        jdbc.sql("""
                insert into shop_order (identifier, order_id, placed_at, amount, amount_at, amount_message,
                    amount_source, cancelled, refunded_whole, refunded)
                select * from unnest(:identifiers::text[], :ids::text[], :placed::timestamptz[], :amounts::numeric[],
                    :stamps::timestamptz[], :messages::text[], :sources::text[], :cancelled::boolean[],
                    :whole::boolean[], :refunded::numeric[])
                on conflict (identifier, order_id) do update
                set (placed_at, amount, amount_at, amount_message, amount_source, cancelled, refunded_whole, refunded)
                  = row (excluded.placed_at, excluded.amount, excluded.amount_at, excluded.amount_message,
                    excluded.amount_source, excluded.cancelled, excluded.refunded_whole, excluded.refunded)""")
                .param("identifiers", identifiers)
                .param("ids", ids)
                .param("placed", placed)
                .param("amounts", amounts)
                .param("stamps", stamps)
                .param("messages", messages)
                .param("sources", sources)
                .param("cancelled", cancelled)
                .param("whole", whole)
                .param("refunded", refunded)
                .update();
    }

    private static Order order(ResultSet row) throws SQLException {
        BigDecimal amount = row.getBigDecimal("amount");
        Instant stated = instant(row, "amount_at");
        return new Order(
                row.getString("order_id"),
                instant(row, "placed_at"),
                amount == null || stated == null
                        ? null
                        : new Order.Amount(
                                amount,
                                new Stamp(stated, row.getString("amount_message"), row.getString("amount_source"))),
                row.getBoolean("cancelled"),
                row.getBoolean("refunded_whole"),
                row.getBigDecimal("refunded"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static <T> String[] texts(Collection<T> all, Function<T, String> text) {
        return all.stream().map(text).toArray(String[]::new);
    }
}
