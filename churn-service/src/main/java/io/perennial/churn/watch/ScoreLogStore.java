package io.perennial.churn.watch;

import io.perennial.common.identity.ProfileId;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A daily sample of the published scores in Postgres. */
@Component
class ScoreLogStore {

    private static final Duration A_DAY_NEARLY = Duration.ofHours(23);
    private static final int KNOWN_WITHIN_DAYS = 30;
    private static final int MOST = 20_000;

    private final JdbcClient jdbc;

    ScoreLogStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A score as it stood at some time. */
    record Logged(ProfileId profileId, Instant asOf, Duration horizon, double probability) {}

    /** Notes about so many of the scores that stand now, others each day; nothing where that was done within the day. */
    void log(Instant now, int about) {
        jdbc.sql("""
                insert into churn_score_log (as_of, profile_id, model, horizon_days, probability)
                select :now, profile_id, model, horizon_days, probability from churn_score
                where (hashtext(profile_id::text || :now::text) & 2147483647)
                        < 2147483648.0 * :about / (select greatest(count(*), 1) from churn_score)
                  and not exists (select from churn_score_log where as_of > :recently)
                """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("about", about)
                .param("recently", now.minus(A_DAY_NEARLY).atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Scores whose outcome became known within the last {@value #KNOWN_WITHIN_DAYS} days. */
    List<Logged> known(Instant now) {
        return jdbc.sql("""
                select profile_id, as_of, horizon_days, probability from churn_score_log
                where as_of + horizon_days * interval '1 day' <= :now
                  and as_of + (horizon_days + :within) * interval '1 day' > :now
                order by as_of desc, profile_id limit :most
                """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("within", KNOWN_WITHIN_DAYS)
                .param("most", MOST)
                .query((row, number) -> new Logged(
                        new ProfileId(row.getObject(1, UUID.class)),
                        row.getObject(2, OffsetDateTime.class).toInstant(),
                        Duration.ofDays(row.getInt(3)),
                        row.getDouble(4)))
                .list();
    }

    /** Drops what is no longer looked at. */
    void prune(Instant now) {
        jdbc.sql("delete from churn_score_log where as_of + (horizon_days + :within) * interval '1 day' <= :now")
                .param("within", KNOWN_WITHIN_DAYS)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    int delete(Collection<ProfileId> profiles) {
        return jdbc.sql("delete from churn_score_log where profile_id = any(?::uuid[])")
                .param(profiles.stream().map(ProfileId::toString).toArray(String[]::new))
                .update();
    }
}
