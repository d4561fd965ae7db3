package io.perennial.campaign.delivery;

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

/** SQL of the queue. */
@Repository
class DeliveryStore {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    DeliveryStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void insert(Message message, ProfileId profileId, @Nullable Identifier identifier, Instant now) {
        Message.Email email = message instanceof Message.Email e ? e : null;
        Message.Webhook webhook = message instanceof Message.Webhook w ? w : null;
        jdbc.sql("""
                        insert into delivery (decision_id, step, channel, profile_id, identifier, campaign, variant,
                          template, subject, url, facts, state, next_attempt_at, created_at)
                        values (:decision, :step, :channel, :profile, :identifier, :campaign, :variant,
                          :template, :subject, :url, cast(:facts as jsonb), 'pending', :now, :now)
                        on conflict do nothing
                        """)
                .param("decision", message.decisionId())
                .param("step", message.step())
                .param("channel", email != null ? "email" : "webhook")
                .param("profile", profileId.value())
                .param("identifier", identifier == null ? null : identifier.toString())
                .param("campaign", message.campaign())
                .param("variant", message.variant())
                .param("template", email == null ? null : email.template())
                .param("subject", email == null ? null : email.subject())
                .param("url", webhook == null ? null : webhook.url())
                .param("facts", json.writeValueAsString(message.facts()))
                .param("now", utc(now))
                .update();
    }

    /** Takes due messages of a channel until {@code leaseEnd}; two replicas never take the same. */
    List<Delivery> claim(String channel, int limit, Instant now, Instant leaseEnd) {
        return jdbc.sql("""
                        with due as materialized (
                          select decision_id, step from delivery
                          where state = 'pending' and channel = :channel and next_attempt_at <= :now
                          order by next_attempt_at limit :limit
                          for update skip locked)
                        update delivery as d set attempts = attempts + 1, next_attempt_at = :leaseEnd
                        from due where (d.decision_id, d.step) = (due.decision_id, due.step)
                        returning d.*
                        """)
                .param("channel", channel)
                .param("limit", limit)
                .param("now", utc(now))
                .param("leaseEnd", utc(leaseEnd))
                .query((row, n) -> delivery(row))
                .list();
    }

    /** Puts a claimed message back; an attempt that did not happen is taken back too. */
    void again(Message message, Instant next, String cause, boolean attempted) {
        jdbc.sql("""
                        update delivery set next_attempt_at = :next, cause = :cause, attempts = attempts - :back
                        where decision_id = :decision and step = :step and state = 'pending'
                        """)
                .param("next", utc(next))
                .param("cause", cause)
                .param("back", attempted ? 0 : 1)
                .param("decision", message.decisionId())
                .param("step", message.step())
                .update();
    }

    /** Ends a message; false where another process did so before. */
    boolean finish(Message message, DeliveryState state, @Nullable String cause, Instant now) {
        return jdbc.sql("""
                        update delivery set state = :state, cause = :cause, finished_at = :now
                        where decision_id = :decision and step = :step and state = 'pending'
                        """)
                        .param("state", state.wire())
                        .param("cause", cause)
                        .param("now", utc(now))
                        .param("decision", message.decisionId())
                        .param("step", message.step())
                        .update()
                == 1;
    }

    List<Deliveries.Progress> ofDecisions(Collection<UUID> decisionIds) {
        if (decisionIds.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        select decision_id, step, channel, state, attempts, cause, finished_at from delivery
                        where decision_id in (:ids) order by decision_id, step
                        """)
                .param("ids", decisionIds)
                .query((row, n) -> {
                    OffsetDateTime finished = row.getObject("finished_at", OffsetDateTime.class);
                    return new Deliveries.Progress(
                            row.getObject("decision_id", UUID.class),
                            row.getInt("step"),
                            row.getString("channel"),
                            row.getString("state"),
                            row.getInt("attempts"),
                            row.getString("cause"),
                            finished == null ? null : finished.toInstant());
                })
                .list();
    }

    long pending() {
        return jdbc.sql("select count(*) from delivery where state = 'pending'")
                .query(Long.class)
                .single();
    }

    private Delivery delivery(ResultSet row) throws SQLException {
        UUID decision = row.getObject("decision_id", UUID.class);
        int step = row.getInt("step");
        String campaign = row.getString("campaign");
        String variant = row.getString("variant");
        Map<String, String> facts = json.readValue(row.getString("facts"), new TypeReference<>() {});
        Message message = "email".equals(row.getString("channel"))
                ? new Message.Email(
                        decision, step, campaign, variant, row.getString("template"), row.getString("subject"), facts)
                : new Message.Webhook(decision, step, campaign, variant, row.getString("url"), facts);
        String identifier = row.getString("identifier");
        return new Delivery(
                message,
                new ProfileId(row.getObject("profile_id", UUID.class)),
                identifier == null ? null : Identifier.parse(identifier),
                row.getInt("attempts"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
