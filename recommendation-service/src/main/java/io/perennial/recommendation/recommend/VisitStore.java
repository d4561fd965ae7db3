package io.perennial.recommendation.recommend;

import io.perennial.common.identity.Identifier;
import io.perennial.common.identity.ProfileId;
import io.perennial.common.topic.ProfileState;
import io.perennial.common.topic.TopicCodec;
import io.perennial.common.topic.Topics;
import io.perennial.recommendation.catalog.CatalogVersion;
import io.perennial.recommendation.history.Histories;
import io.perennial.recommendation.history.History;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads all that an answer needs of the database at once: who asks, what they allow and did, and how far the catalog is. */
@Component
final class VisitStore {

    /** One identifier and what its profile allows; joins along keys alone, for a plan is walked with every answer. */
    private static final String ONE = """
            select catalog.emptied, catalog.version, %s, coalesce(copy.profile_id, asked.own), state.value, history.entries
            from catalog_version catalog
            cross join (values (?, ?::uuid)) as asked (identifier, own)
            left join identity_copy copy on copy.identifier = asked.identifier
            %s
            left join state_copy state
                on state.topic = ? and state.record_key = coalesce(copy.profile_id, asked.own)::text
            left join shopper_history history on history.identifier = %1$s
            """;

    /** The leading identifier, and as many of its profile's others as are read of anybody. */
    private static final String LEADING = ONE.formatted("coalesce(known.identifier, asked.identifier)", """
            left join lateral (
                select other.identifier from identity_copy other where other.profile_id = copy.profile_id
                order by other.identifier = asked.identifier desc, other.identifier desc limit 100) as known on true
            """);

    private static final String WITH_ANOTHER = LEADING + "union all\n" + ONE.formatted("asked.identifier", "");

    private static final TopicCodec<ProfileState> PROFILES = TopicCodec.of(ProfileState.class);

    private final JdbcClient jdbc;

    VisitStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An identifier that was asked for, or that is known as the leading one's profile's.
     *
     * @param profile null where none is known yet
     */
    record Row(
            Identifier identifier,
            ProfileId profileId,
            @Nullable ProfileState profile,
            History history) {}

    /** The rows of all identifiers, and how far the catalog is. */
    record Found(CatalogVersion catalog, List<Row> rows) {}

    /** Of the identifiers asked for, one or two, the leading one first. */
    Found find(List<Identifier> asked) {
        CatalogVersion[] catalog = {CatalogVersion.NOTHING};
        Map<Identifier, Row> rows = new LinkedHashMap<>();
        JdbcClient.StatementSpec read = jdbc.sql(asked.size() == 1 ? LEADING : WITH_ANOTHER);
        for (Identifier one : asked) {
            read = read.param(one.toString())
                    .param(ProfileId.of(one).toString())
                    .param(Topics.PROFILE);
        }
        read.query(row -> {
            catalog[0] = new CatalogVersion(row.getLong(1), row.getLong(2));
            Row found = row(row);
            rows.putIfAbsent(found.identifier(), found);
        });
        return new Found(catalog[0], List.copyOf(rows.values()));
    }

    private static Row row(ResultSet row) throws SQLException {
        byte[] profile = row.getBytes(5);
        byte[] history = row.getBytes(6);
        return new Row(
                Identifier.parse(row.getString(3)),
                new ProfileId(row.getObject(4, UUID.class)),
                profile == null ? null : PROFILES.read(profile),
                history == null ? History.EMPTY : Histories.read(history));
    }
}
