package io.perennial.campaign.contact;

import io.perennial.common.identity.Identifier;
import io.perennial.common.identity.ProfileId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Unsubscriptions of the last day: they hold at once, while the event takes its way through ingest and the profile
 * service back into our copy.
 */
@Component
class OptOuts {

    static final Duration HOLDS = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    OptOuts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void add(@Nullable Identifier identifier, ProfileId profileId) {
        UUID id = identifier == null
                ? profileId.value()
                : ProfileId.of(identifier).value();
        jdbc.sql("""
                        insert into opt_out (profile_id, opted_out_at) values (:id, :now)
                        on conflict (profile_id) do update set opted_out_at = excluded.opted_out_at
                        """)
                .param("id", id)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Those of the profiles that opted out within the last day. */
    Set<UUID> among(Collection<UUID> profileIds, Instant now) {
        if (profileIds.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(
                jdbc.sql("select profile_id from opt_out where profile_id = any(?::uuid[]) and opted_out_at > ?")
                        .param(profileIds.stream().map(UUID::toString).toArray(String[]::new))
                        .param(now.minus(HOLDS).atOffset(ZoneOffset.UTC))
                        .query(UUID.class)
                        .list());
    }
}
