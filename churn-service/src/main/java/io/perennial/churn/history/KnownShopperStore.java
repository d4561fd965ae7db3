package io.perennial.churn.history;

import static java.util.stream.Collectors.toCollection;

import io.perennial.common.identity.Identifier;
import io.perennial.common.identity.ProfileId;
import io.perennial.common.state.PathIdentifiers;
import io.perennial.common.topic.ProfileState;
import io.perennial.common.topic.TopicCodec;
import io.perennial.common.topic.Topics;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All that is stored of one shopper, by one indexed read, which those who ask at the same time share. */
@Component
class KnownShopperStore {

    private static final TopicCodec<ProfileState> STATES = TopicCodec.of(ProfileState.class);

    private final JdbcClient jdbc;
    private final SharedRead<String, List<Row>> reads = new SharedRead<>(this::read);

    KnownShopperStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An identifier of the shopper; whoever asked makes sense of the bytes. */
    private record Row(
            UUID profileId,
            String identifier,
            @Nullable Bytes history,
            @Nullable Bytes state) {

        static Row of(ResultSet row) throws SQLException {
            return new Row(
                    row.getObject(2, UUID.class),
                    row.getString(3),
                    Bytes.of(row.getBytes(4)),
                    Bytes.of(row.getBytes(5)));
        }
    }

    private static final class Bytes {

        private final byte[] bytes;

        private Bytes(byte[] bytes) {
            this.bytes = bytes;
        }

        static @Nullable Bytes of(byte @Nullable [] bytes) {
            return bytes == null ? null : new Bytes(bytes);
        }
    }

    /** The shopper that a path names: who it is, what it did, what profile-service says of it. Empty where no identity is known. */
    Optional<KnownShopper> find(String path) {
        // Postgres knows no such character, and others share the read.
        List<Row> rows = path.indexOf('\0') < 0 ? reads.ask(path) : List.of();
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        List<Identifier> identifiers = List.copyOf(
                rows.stream().map(row -> Identifier.parse(row.identifier)).collect(toCollection(TreeSet::new)));
        List<ShopperHistory> histories = rows.stream()
                .map(Row::history)
                .filter(Objects::nonNull)
                .map(history -> HistoryCodec.read(history.bytes))
                .toList();
        Bytes state = rows.getFirst().state;
        return Optional.of(new KnownShopper(
                new Shopper(new ProfileId(rows.getFirst().profileId), identifiers, ShopperHistory.whole(histories)),
                state == null ? null : STATES.read(state.bytes)));
    }

    /**
     * Of each path the rows of its shopper. The arrays come by subqueries, so that the planner cannot count them: else it would
     * make a plan for each number of paths, at several times the price of running it.
     */
    private List<List<Row>> read(List<String> paths) {
        List<List<Row>> rows =
                Stream.<List<Row>>generate(ArrayList::new).limit(paths.size()).toList();
        jdbc.sql("""
                select asked.number, member.profile_id, member.identifier, past.history, said.value
                from unnest((select ?::uuid[]), (select ?::text[]), (select ?::text[]), (select ?::text[]))
                    with ordinality as asked (profile, first, second, third, number)
                cross join lateral (select coalesce(
                    (select profile_id from identity_copy where profile_id = asked.profile limit 1),
                    (select profile_id from identity_copy where identifier = asked.first),
                    (select profile_id from identity_copy where identifier = asked.second),
                    (select profile_id from identity_copy where identifier = asked.third)) as id offset 0) who
                join identity_copy member on member.profile_id = who.id
                left join shopper_history past on past.identifier = member.identifier
                left join state_copy said on said.topic = ? and said.record_key = member.profile_id::text
                """)
                .param(each(paths, path -> Objects.toString(ProfileId.tryParse(path), null)))
                .param(each(paths, path -> PathIdentifiers.of(path).getFirst().toString()))
                .param(each(paths, path -> PathIdentifiers.of(path).get(1).toString()))
                .param(each(paths, path -> PathIdentifiers.of(path).getLast().toString()))
                .param(Topics.PROFILE)
                .query(row -> {
                    rows.get(row.getInt(1) - 1).add(Row.of(row));
                });
        return rows;
    }

    private static @Nullable String[] each(List<String> paths, Function<String, @Nullable String> of) {
        return paths.stream().map(of).toArray(String[]::new);
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
}
