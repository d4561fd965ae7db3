package io.perennial.profile.refresh;

import io.perennial.common.identity.ProfileId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which profiles the clock concerns. */
@Component
class DueProfiles {

    private final JdbcClient jdbc;

    DueProfiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<ProfileId> stageRunOut(Instant asOf, int most) {
        return jdbc.sql("""
                select profile_id from profile where stage_until <= :asOf::timestamptz order by stage_until limit :most""")
                .param("asOf", asOf.toString())
                .param("most", most)
                .query((row, number) -> new ProfileId(row.getObject(1, UUID.class)))
                .list();
    }

    List<ProfileId> buyersAfter(UUID last, int most) {
        return jdbc.sql("""
                select profile_id from profile where profile_id > :last and last_order_at is not null and not gone
                order by profile_id limit :most""")
                .param("last", last)
                .param("most", most)
                .query((row, number) -> new ProfileId(row.getObject(1, UUID.class)))
                .list();
    }
}
