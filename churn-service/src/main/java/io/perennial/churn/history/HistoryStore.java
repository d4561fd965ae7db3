package io.perennial.churn.history;

import io.perennial.common.identity.Identifier;
import io.perennial.common.identity.ProfileId;
import io.perennial.common.state.PathIdentifiers;
import io.perennial.common.topic.ProfileState;
import io.perennial.common.topic.TopicCodec;
import io.perennial.common.topic.Topics;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.SqlParameterValue;
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

    private static final TopicCodec<ProfileState> STATES = TopicCodec.of(ProfileState.class);

    private static final String KNOWN = """
            select member.profile_id, member.identifier, past.history, said.value
            from identity_copy member
            left join shopper_history past on past.identifier = member.identifier
            left join state_copy said on said.topic = '%s' and said.record_key = member.profile_id::text
            where member.profile_id = coalesce(
                (select profile_id from identity_copy where profile_id = ? limit 1),
                (select profile_id from identity_copy where identifier = ?),
                (select profile_id from identity_copy where identifier = ?),
                (select profile_id from identity_copy where identifier = ?))
            """.formatted(Topics.PROFILE);

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

    /**
     * The shopper a path names with all that is stored of it, by one indexed read: who it is, the histories of its identifiers and
     * what profile-service says of it. Empty where no identity is known.
     */
    Optional<KnownShopper> known(String path) {
        List<Identifier> candidates = PathIdentifiers.of(path);
        ProfileId direct = ProfileId.tryParse(path);
        return jdbc.sql(KNOWN)
                .param(new SqlParameterValue(Types.OTHER, direct == null ? null : direct.value()))
                .param(candidates.getFirst().toString())
                .param(candidates.get(1).toString())
                .param(candidates.getLast().toString())
                .query((ResultSetExtractor<Optional<KnownShopper>>) HistoryStore::known);
    }

    private static Optional<KnownShopper> known(ResultSet rows) throws SQLException {
        ProfileId profile = null;
        ProfileState state = null;
        TreeSet<Identifier> members = new TreeSet<>();
        List<ShopperHistory> histories = new ArrayList<>(1);
        while (rows.next()) {
            byte[] history = rows.getBytes(3);
            byte[] said = rows.getBytes(4);
            profile = new ProfileId(rows.getObject(1, UUID.class));
            state = said == null ? null : STATES.read(said);
            members.add(Identifier.parse(rows.getString(2)));
            if (history != null) {
                histories.add(HistoryCodec.read(history));
            }
        }
        if (profile == null) {
            return Optional.empty();
        }
        Shopper shopper = new Shopper(profile, List.copyOf(members), ShopperHistory.whole(histories));
        return Optional.of(new KnownShopper(shopper, state));
    }

    /** What profile-service says of the profile; null where nothing yet. */
    @Nullable ProfileState state(ProfileId profile) {
        return jdbc.sql("select value from state_copy where topic = ? and record_key = ?")
                .param(Topics.PROFILE)
                .param(profile.toString())
                .query((row, number) -> STATES.read(row.getBytes(1)))
                .optional()
                .orElse(null);
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

    /** Of the identifiers with an order about that share, always the same, by name, after the given one. */
    List<Identifier> buyers(@Nullable Identifier after, int limit, double share) {
        return jdbc.sql("""
                select identifier from shopper_history
                where buyer and identifier > ? and (hashtext(identifier) & 2147483647) < ? order by identifier limit ?
                """)
                .param(after == null ? "" : after.toString())
                .param((long) (Math.min(1, share) * (1L << 31)))
                .param(limit)
                .query((row, number) -> Identifier.parse(row.getString(1)))
                .list();
    }

    int delete(Collection<Identifier> identifiers) {
        return jdbc.sql("delete from shopper_history where identifier = any(?)")
                .param(identifiers.stream().map(Identifier::toString).toArray(String[]::new))
                .update();
    }

    long buyerCount() {
        return jdbc.sql("select count(*) from shopper_history where buyer")
                .query(Long.class)
                .single();
    }
}
