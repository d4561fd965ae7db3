package io.perennial.campaign.wait;

import io.perennial.campaign.decision.Candidate;
import io.perennial.common.identity.Identifier;
import io.perennial.common.identity.ProfileId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** SQL of waits and followers. */
@Repository
class WaitStore {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    WaitStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    private record Row(
            String campaign,
            UUID profileId,
            String waitKey,
            @Nullable String identifier,
            String triggerId,
            Instant startedAt,
            Instant triggeredAt,
            Instant receivedAt,
            boolean byActivity,
            boolean notFollowed,
            Instant dueAt,
            Map<String, String> facts) {

        static Row of(Waiting waiting) {
            Candidate candidate = waiting.candidate();
            Identifier identifier = candidate.identifier();
            return new Row(
                    candidate.campaign(),
                    candidate.profileId().value(),
                    waiting.key(),
                    identifier == null ? null : identifier.toString(),
                    candidate.triggerId(),
                    waiting.startedAt(),
                    candidate.triggeredAt(),
                    candidate.receivedAt(),
                    candidate.byActivity(),
                    waiting.notFollowed(),
                    waiting.dueAt(),
                    candidate.facts());
        }
    }

    private record FollowerRow(
            String campaign, UUID profileId, String waitKey, Instant occurredAt, Instant relevantUntil) {}

    /** As {@link Waiting#merge} with what is there. */
    void upsert(Collection<Waiting> waits) {
        if (waits.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into pending_trigger as p (campaign, profile_id, wait_key, identifier, trigger_id,
                          started_at, triggered_at, received_at, by_activity, not_followed, due_at, facts)
                        select campaign, "profileId", "waitKey", identifier, "triggerId",
                          "startedAt", "triggeredAt", "receivedAt", "byActivity", "notFollowed", "dueAt", facts
                        from jsonb_to_recordset(cast(:rows as jsonb)) as r(
                          campaign text, "profileId" uuid, "waitKey" text, identifier text, "triggerId" text,
                          "startedAt" timestamptz, "triggeredAt" timestamptz, "receivedAt" timestamptz,
                          "byActivity" boolean, "notFollowed" boolean, "dueAt" timestamptz, facts jsonb)
                        order by campaign, "profileId", "waitKey"
                        on conflict (campaign, profile_id, wait_key) do update set
                          identifier = excluded.identifier, trigger_id = excluded.trigger_id,
                          started_at = excluded.started_at, triggered_at = excluded.triggered_at,
                          received_at = excluded.received_at, by_activity = excluded.by_activity,
                          not_followed = excluded.not_followed, facts = excluded.facts,
                          due_at = case when excluded.not_followed then excluded.due_at
                                        else least(p.due_at, excluded.due_at) end
                        where (excluded.started_at, excluded.trigger_id) > (p.started_at, p.trigger_id)
                        """)
                .param(
                        "rows",
                        json.writeValueAsString(waits.stream().map(Row::of).toList()))
                .update();
    }

    void insertFollowers(Collection<Follower> followers) {
        if (followers.isEmpty()) {
            return;
        }
        List<FollowerRow> rows = followers.stream()
                .map(f -> new FollowerRow(
                        f.campaign(), f.profileId().value(), f.key(), f.occurredAt(), f.relevantUntil()))
                .toList();
        jdbc.sql("""
                        insert into wait_follower (campaign, profile_id, wait_key, occurred_at, relevant_until)
                        select campaign, "profileId", "waitKey", "occurredAt", "relevantUntil"
                        from jsonb_to_recordset(cast(:rows as jsonb)) as r(
                          campaign text, "profileId" uuid, "waitKey" text, "occurredAt" timestamptz,
                          "relevantUntil" timestamptz)
                        order by campaign, "profileId", "waitKey", "occurredAt"
                        on conflict do nothing
                        """).param("rows", json.writeValueAsString(rows)).update();
    }

    /**
     * Locks due waits until the transaction ends; two replicas never get the same.
     *
     * @param followersKnown whether those may be taken that a follower could still call off
     */
    List<Waiting> lockDue(Instant now, int limit, boolean followersKnown) {
        return jdbc.sql("""
                        select * from pending_trigger
                        where due_at <= :now and (not not_followed or :followersKnown)
                        order by due_at limit :limit
                        for update skip locked
                        """)
                .param("now", utc(now))
                .param("followersKnown", followersKnown)
                .param("limit", limit)
                .query((row, n) -> waiting(row))
                .list();
    }

    /** When followers came, of any of the profile ids, with the key or with none. */
    List<Instant> followers(String campaign, Collection<UUID> profileIds, String key) {
        return jdbc.sql("""
                        select occurred_at from wait_follower
                        where campaign = ? and profile_id = any(?::uuid[]) and (? = '' or wait_key in ('', ?))
                        """)
                .param(campaign)
                .param(profileIds.stream().map(UUID::toString).toArray(String[]::new))
                .param(key)
                .param(key)
                .query((row, n) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .list();
    }

    void delete(Collection<Waiting> waits) {
        keyed("delete from pending_trigger p using", waits, null);
    }

    void postpone(Collection<Waiting> waits, Instant until) {
        keyed("update pending_trigger p set due_at = ?::timestamptz from", waits, until);
    }

    private void keyed(String verb, Collection<Waiting> waits, @Nullable Instant until) {
        if (waits.isEmpty()) {
            return;
        }
        JdbcClient.StatementSpec statement = jdbc.sql(verb + """
                 unnest(?::text[], ?::uuid[], ?::text[]) as k (campaign, profile_id, wait_key)
                where (p.campaign, p.profile_id, p.wait_key) = (k.campaign, k.profile_id, k.wait_key)
                """);
        if (until != null) {
            statement = statement.param(until.toString());
        }
        statement
                .param(waits.stream().map(w -> w.candidate().campaign()).toArray(String[]::new))
                .param(waits.stream()
                        .map(w -> w.candidate().profileId().toString())
                        .toArray(String[]::new))
                .param(waits.stream().map(Waiting::key).toArray(String[]::new))
                .update();
    }

    void forgetFollowers(Instant now) {
        jdbc.sql("delete from wait_follower where relevant_until < :now")
                .param("now", utc(now))
                .update();
    }

    long pending() {
        return jdbc.sql("select count(*) from pending_trigger")
                .query(Long.class)
                .single();
    }

    private Waiting waiting(ResultSet row) throws SQLException {
        String identifier = row.getString("identifier");
        Candidate candidate = new Candidate(
                row.getString("campaign"),
                identifier == null ? null : Identifier.parse(identifier),
                new ProfileId(row.getObject("profile_id", UUID.class)),
                row.getString("trigger_id"),
                row.getObject("triggered_at", OffsetDateTime.class).toInstant(),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("by_activity"),
                json.readValue(row.getString("facts"), new TypeReference<Map<String, String>>() {}));
        return new Waiting(
                candidate,
                row.getString("wait_key"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                row.getObject("due_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("not_followed"));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
