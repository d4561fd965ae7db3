package io.perennial.campaign.decision;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** SQL of decisions. */
@Repository
class DecisionStore {

    /** First key of our advisory locks; the second is a shopper's bucket. */
    private static final int LOCK_SPACE = 0x0CA3;

    private static final int LOCK_BUCKETS = 1024;

    private static final RowMapper<Decision> DECISION = (row, n) -> new Decision(
            row.getObject("decision_id", UUID.class),
            row.getObject("profile_id", UUID.class),
            row.getString("identifier"),
            row.getString("user_id"),
            row.getString("campaign"),
            row.getLong("campaign_version"),
            row.getString("outcome"),
            row.getString("reason"),
            row.getString("variant"),
            row.getObject("propensity", Double.class),
            row.getObject("hold_out", Double.class),
            row.getString("channel"),
            row.getString("trigger_id"),
            row.getObject("triggered_at", OffsetDateTime.class).toInstant(),
            row.getObject("decided_at", OffsetDateTime.class).toInstant());

    private final JdbcClient jdbc;
    private final JsonMapper json;

    DecisionStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Makes decisions about the same shoppers wait for each other until the transaction ends. */
    void lock(Collection<UUID> profileIds) {
        Integer[] buckets = profileIds.stream()
                .map(id -> Math.floorMod(id.hashCode(), LOCK_BUCKETS))
                .distinct()
                .toArray(Integer[]::new);
        jdbc.sql("""
                        select count(pg_advisory_xact_lock(?, bucket))
                        from (select bucket from unnest(?::int[]) as bucket order by bucket) as ordered
                        """).param(LOCK_SPACE).param(buckets).query(Long.class).single();
    }

    /** Assignments by the profile they were recorded under; those without any are missing. */
    Map<UUID, List<History.Past>> assignments(Collection<UUID> profileIds) {
        Map<UUID, List<History.Past>> past = new HashMap<>();
        jdbc.sql("""
                        select profile_id, campaign, decided_at,
                          outcome = 'sent' and channel in ('email', 'webhook') as contacted
                        from decision where profile_id = any(?::uuid[]) and outcome in ('sent', 'held_out')
                        """)
                .param(profileIds.stream().map(UUID::toString).toArray(String[]::new))
                .query(row -> {
                    past.computeIfAbsent(row.getObject("profile_id", UUID.class), id -> new ArrayList<>())
                            .add(new History.Past(
                                    row.getString("campaign"),
                                    row.getBoolean("contacted"),
                                    row.getObject("decided_at", OffsetDateTime.class)
                                            .toInstant()));
                });
        return past;
    }

    /** Stores decisions in one statement; those that were already there are left as they are and not returned. */
    Set<UUID> insert(Collection<Decision> decisions) {
        return new HashSet<>(jdbc.sql("""
                        insert into decision (decision_id, profile_id, identifier, user_id, campaign, campaign_version,
                          outcome, reason, variant, propensity, hold_out, channel, trigger_id, triggered_at, decided_at)
                        select "decisionId", "profileId", identifier, "userId", campaign, "campaignVersion",
                          outcome, reason, variant, propensity, "holdOut", channel, "triggerId", "triggeredAt", "decidedAt"
                        from jsonb_to_recordset(cast(:rows as jsonb)) as r(
                          "decisionId" uuid, "profileId" uuid, identifier text, "userId" text, campaign text,
                          "campaignVersion" bigint, outcome text, reason text, variant text, propensity float8,
                          "holdOut" float8, channel text, "triggerId" text, "triggeredAt" timestamptz,
                          "decidedAt" timestamptz)
                        order by "decisionId"
                        on conflict (decision_id) do nothing
                        returning decision_id
                        """)
                .param("rows", json.writeValueAsString(decisions))
                .query(UUID.class)
                .list());
    }

    /** A page, newest first, of those older than {@code before}. */
    List<Decision> page(Filter filter, @Nullable Instant before, @Nullable UUID beforeId, int limit) {
        Instant from = before == null ? Instant.parse("9999-01-01T00:00:00Z") : before;
        UUID fromId = beforeId == null ? new UUID(-1, -1) : beforeId;
        return jdbc.sql("""
                        select * from decision
                        where (cast(:profiles as uuid[]) is null or profile_id = any(cast(:profiles as uuid[])))
                          and (cast(:campaign as text) is null or campaign = :campaign)
                          and (cast(:outcome as text) is null or outcome = :outcome)
                          and (decided_at, decision_id) < (:from, :fromId)
                        order by decided_at desc, decision_id desc
                        limit :limit
                        """)
                .param("profiles", filter.profileArray())
                .param("campaign", filter.campaign())
                .param("outcome", filter.outcome())
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("fromId", fromId)
                .param("limit", limit)
                .query(DECISION)
                .list();
    }

    /** Which decisions are asked for; null: any. */
    record Filter(
            @Nullable Set<UUID> profileIds,
            @Nullable String campaign,
            @Nullable String outcome) {
        /** As Postgres writes an array. */
        @Nullable String profileArray() {
            return profileIds == null
                    ? null
                    : "{"
                            + String.join(
                                    ",", profileIds.stream().map(UUID::toString).toList()) + "}";
        }
    }
}
