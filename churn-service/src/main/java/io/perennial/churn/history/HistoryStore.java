package io.perennial.churn.history;

import io.perennial.common.identity.Identifier;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Histories in Postgres, many with one statement, always locked in the identifiers' order. */
@Component
class HistoryStore {

    /** Whether reading waits for who is just writing the same shoppers. */
    enum Lock {
        NONE(""),
        /** What is read stays as it is until the transaction ends. */
        SHARE(" order by identifier for share"),
        /** As {@link #SHARE}, in order to write. */
        UPDATE(" order by identifier for update");

        private final String clause;

        Lock(String clause) {
            this.clause = clause;
        }
    }

    private static final String ALL = "select identifier from shopper_history where true";
    private static final String DRAWN = """
            select identifier from shopper_history left join identity_copy using (identifier)
            where (hashtext(coalesce(profile_id::text, identifier)) & 2147483647) < :drawn
            """;

    private final JdbcClient jdbc;

    HistoryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<Identifier, ShopperHistory> find(Collection<Identifier> identifiers, Lock lock) {
        Map<Identifier, ShopperHistory> histories = new HashMap<>();
        jdbc.sql("select identifier, history from shopper_history where identifier = any(?)" + lock.clause)
                .param(identifiers.stream().map(Identifier::toString).toArray(String[]::new))
                .query(row -> {
                    histories.put(Identifier.parse(row.getString(1)), HistoryCodec.read(row.getBytes(2)));
                });
        return histories;
    }

    void save(Map<Identifier, ShopperHistory> histories) {
        TreeMap<Identifier, ShopperHistory> sorted = new TreeMap<>(histories);
        jdbc.sql("""
                insert into shopper_history (identifier, history, orders)
                select identifier, history, orders
                from unnest(?::text[], ?::bytea[], ?::integer[]) as folded (identifier, history, orders)
                order by identifier
                on conflict (identifier) do update
                    set history = excluded.history, orders = excluded.orders, updated_at = now()
                """)
                .param(sorted.keySet().stream().map(Identifier::toString).toArray(String[]::new))
                .param(sorted.values().stream().map(HistoryCodec::write).toArray(byte[][]::new))
                .param(sorted.values().stream().map(ShopperHistory::orderCount).toArray(Integer[]::new))
                .update();
    }

    /**
     * The population's identifiers, by name, after the given one; of a share below 1 those of about so many profiles, always the same. A
     * profile is there with all of its identifiers or none, or who has many would be likelier to be drawn.
     */
    List<Identifier> page(Population population, @Nullable Identifier after, int limit, double share) {
        return jdbc.sql("%s and %s and identifier > :after order by identifier limit :limit"
                        .formatted(share < 1 ? DRAWN : ALL, population.condition()))
                .param("after", after == null ? "" : after.toString())
                .param("drawn", (long) (share * (1L << 31)))
                .param("limit", limit)
                .query((row, number) -> Identifier.parse(row.getString(1)))
                .list();
    }

    int delete(Collection<Identifier> identifiers) {
        return jdbc.sql("delete from shopper_history where identifier = any(?)")
                .param(identifiers.stream().map(Identifier::toString).toArray(String[]::new))
                .update();
    }

    long count(Population population) {
        return jdbc.sql("select count(*) from shopper_history where " + population.condition())
                .query(Long.class)
                .single();
    }
}
