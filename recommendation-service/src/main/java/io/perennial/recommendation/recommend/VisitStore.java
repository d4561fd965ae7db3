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
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads all that an answer needs of the database at once: who asks, what they allow and did, and how far the catalog is. */
@Component
final class VisitStore {

    /**
     * The arrays come by subqueries, so that the planner cannot count them: else it would make a plan for each question, at
     * several times the price of running it.
     */
    private static final String READ = """
            with asked as (
                select asked.identifier, coalesce(copy.profile_id, asked.own) as profile_id, place
                from unnest((select ?::text[]), (select ?::uuid[])) with ordinality as asked (identifier, own, place)
                left join identity_copy copy on copy.identifier = asked.identifier),
            known as (
                select identifier, profile_id from asked
                union
                (select identifier, profile_id from identity_copy
                    where profile_id = (select profile_id from asked where place = 1)
                    order by identifier desc limit ?))
            select catalog.emptied, catalog.version, known.identifier, known.profile_id, state.value, history.entries
            from catalog_version catalog
            left join known on true
            left join state_copy state on state.topic = ? and state.record_key = known.profile_id::text
            left join shopper_history history on history.identifier = known.identifier
            """;

    private static final TopicCodec<ProfileState> PROFILES = TopicCodec.of(ProfileState.class);
    private static final int MOST_IDENTIFIERS = 100;

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

    /** Of the identifiers asked for, the leading one first; none: nobody is known. */
    Found find(List<Identifier> asked) {
        CatalogVersion[] catalog = {CatalogVersion.NOTHING};
        List<Row> rows = new ArrayList<>();
        jdbc.sql(READ)
                .param(asked.stream().map(Identifier::toString).toArray(String[]::new))
                .param(asked.stream().map(one -> ProfileId.of(one).toString()).toArray(String[]::new))
                .param(MOST_IDENTIFIERS)
                .param(Topics.PROFILE)
                .query(row -> {
                    catalog[0] = new CatalogVersion(row.getLong(1), row.getLong(2));
                    if (row.getString(3) != null) {
                        rows.add(row(row));
                    }
                });
        return new Found(catalog[0], rows);
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
