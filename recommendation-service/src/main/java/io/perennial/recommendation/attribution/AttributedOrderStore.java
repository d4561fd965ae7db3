package io.perennial.recommendation.attribution;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of what orders bring to which recommendation. */
@Component
final class AttributedOrderStore {

    private final JdbcClient jdbc;
    private final Clock clock;

    AttributedOrderStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Those of the orders something is known of, locked until the commit; the others' places are held by empty rows. In the
     * keys' order, so that two transactions cannot deadlock.
     */
    Map<String, AttributedOrder> lock(Collection<String> keys) {
        String[] sorted = keys.stream().sorted().toArray(String[]::new);
        jdbc.sql("""
                insert into recommendation_order (order_key, updated_at)
                select order_key, ?::timestamptz from unnest(?::text[]) as told (order_key) on conflict do nothing
                """).param(clock.instant().toString()).param(sorted).update();
        Map<String, AttributedOrder> known = HashMap.newHashMap(sorted.length);
        jdbc.sql("""
                select order_key, content from recommendation_order where order_key = any(?) order by order_key for update
                """).param(sorted).query(row -> {
            byte[] content = row.getBytes(2);
            if (content != null) {
                known.put(row.getString(1), AttributedOrderCodec.read(content));
            }
        });
        return known;
    }

    /** Writes whole orders into rows that {@link #lock} made or found. */
    void save(SortedMap<String, AttributedOrder> orders) {
        jdbc.sql("""
                update recommendation_order as stands set updated_at = ?::timestamptz, content = told.content
                from unnest(?::text[], ?::bytea[]) as told (order_key, content) where stands.order_key = told.order_key
                """)
                .param(clock.instant().toString())
                .param(orders.keySet().toArray(String[]::new))
                .param(orders.values().stream().map(AttributedOrderCodec::write).toArray(byte[][]::new))
                .update();
    }
}
