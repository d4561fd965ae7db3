package io.perennial.churn.scoring;

import io.perennial.common.identity.ProfileId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Published scores in Postgres, many with one statement. */
@Component
class ScoreStore {

    private static final String COLUMNS =
            "profile_id, user_id, probability, band, expected_value, horizon_days, model, cause, scored_at";

    private final JdbcClient jdbc;

    ScoreStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<ProfileId, StoredScore> find(Collection<ProfileId> profiles) {
        Map<ProfileId, StoredScore> scores = new HashMap<>();
        jdbc.sql("select " + COLUMNS + " from churn_score where profile_id = any(?::uuid[])")
                .param(ids(profiles))
                .query(row -> {
                    StoredScore score = score(row);
                    scores.put(score.profileId(), score);
                });
        return scores;
    }

    /** Writes scores; one that is already there and was made later stands. Returns the new revision of those written. */
    Map<ProfileId, Long> save(List<StoredScore> scores) {
        List<StoredScore> sorted = scores.stream()
                .sorted(Comparator.comparing(StoredScore::profileId))
                .toList();
        Map<ProfileId, Long> revisions = new HashMap<>();
        jdbc.sql("""
                insert into churn_score as score (profile_id, user_id, probability, band, expected_value, horizon_days, model,
                                                  cause, scored_at, revision)
                select profile_id::uuid, user_id, probability, band, expected_value, horizon_days, model, cause,
                       scored_at::timestamptz, revision
                from unnest(?::text[], ?::text[], ?::float8[], ?::text[], ?::float8[], ?::integer[], ?::text[], ?::text[],
                            ?::text[], ?::bigint[])
                     as made (profile_id, user_id, probability, band, expected_value, horizon_days, model, cause, scored_at,
                              revision)
                on conflict (profile_id) do update
                    set user_id = excluded.user_id, probability = excluded.probability, band = excluded.band,
                        expected_value = excluded.expected_value,
                        horizon_days = excluded.horizon_days, model = excluded.model, cause = excluded.cause,
                        scored_at = excluded.scored_at, revision = greatest(score.revision + 1, excluded.revision)
                    where score.scored_at <= excluded.scored_at
                returning profile_id, revision
                """)
                .param(ids(sorted.stream().map(StoredScore::profileId).toList()))
                .param(sorted.stream().map(StoredScore::userId).toArray(String[]::new))
                .param(sorted.stream().map(StoredScore::probability).toArray(Double[]::new))
                .param(sorted.stream().map(score -> score.band().wire()).toArray(String[]::new))
                .param(sorted.stream().map(StoredScore::expectedValue).toArray(Double[]::new))
                .param(sorted.stream().map(StoredScore::horizonDays).toArray(Integer[]::new))
                .param(sorted.stream().map(StoredScore::model).toArray(String[]::new))
                .param(sorted.stream().map(score -> score.cause().wire()).toArray(String[]::new))
                .param(sorted.stream().map(score -> score.scoredAt().toString()).toArray(String[]::new))
                .param(sorted.stream().map(ScoreStore::firstRevision).toArray(Long[]::new))
                .query(row -> {
                    revisions.put(profile(row), row.getLong(2));
                });
        return revisions;
    }

    /** Removes scores; returns whose there were. */
    List<ProfileId> delete(Collection<ProfileId> profiles) {
        return jdbc.sql("delete from churn_score where profile_id = any(?::uuid[]) returning profile_id")
                .param(ids(profiles))
                .query((row, number) -> profile(row))
                .list();
    }

    /** The profiles with a score made before then. */
    List<ProfileId> scoredBefore(Instant then) {
        return jdbc.sql("select profile_id from churn_score where scored_at < ?")
                .param(then.atOffset(ZoneOffset.UTC))
                .query((row, number) -> profile(row))
                .list();
    }

    /** Where a listing goes on: after this probability and profile. */
    record Place(double probability, ProfileId profileId) {}

    /** The most at risk first, ties by profile. */
    List<StoredScore> page(double minProbability, @Nullable Band band, @Nullable Place after, int limit) {
        return jdbc.sql("select " + COLUMNS + """
                 from churn_score
                where probability >= :min and (cast(:band as text) is null or band = :band)
                  and (cast(:after as float8) is null or probability < :after
                       or (probability = :after and profile_id > cast(:profile as uuid)))
                order by probability desc, profile_id limit :limit
                """)
                .param("min", minProbability)
                .param("band", band == null ? null : band.wire())
                .param("after", after == null ? null : (Double) after.probability())
                .param("profile", after == null ? null : after.profileId().toString())
                .param("limit", limit)
                .query((row, number) -> score(row))
                .list();
    }

    Map<Band, Long> countByBand() {
        Map<Band, Long> counts = new HashMap<>();
        jdbc.sql("select band, count(*) from churn_score group by band").query(row -> {
            counts.put(Band.valueOf(row.getString(1).toUpperCase(Locale.ROOT)), row.getLong(2));
        });
        return counts;
    }

    /** Above every revision the key may have had before it was deleted. */
    private static Long firstRevision(StoredScore score) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, score.scoredAt());
    }

    private static StoredScore score(ResultSet row) throws SQLException {
        return new StoredScore(
                profile(row),
                row.getString("user_id"),
                row.getDouble("probability"),
                Band.valueOf(row.getString("band").toUpperCase(Locale.ROOT)),
                (Double) row.getObject("expected_value"),
                row.getInt("horizon_days"),
                row.getString("model"),
                Cause.valueOf(row.getString("cause").toUpperCase(Locale.ROOT)),
                row.getObject("scored_at", OffsetDateTime.class).toInstant());
    }

    private static ProfileId profile(ResultSet row) throws SQLException {
        return new ProfileId(row.getObject("profile_id", UUID.class));
    }

    private static String[] ids(Collection<ProfileId> profiles) {
        return profiles.stream().map(ProfileId::toString).toArray(String[]::new);
    }
}
