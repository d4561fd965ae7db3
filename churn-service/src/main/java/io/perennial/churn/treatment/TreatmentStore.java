package io.perennial.churn.treatment;

import io.perennial.common.identity.ProfileId;
import io.perennial.common.topic.CampaignDecision;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Treatments in Postgres. */
@Component
class TreatmentStore {

    private final JdbcClient jdbc;

    TreatmentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(List<CampaignDecision> decisions) {
        jdbc.sql("""
                insert into campaign_treatment (decision_id, profile_id, outcome, propensity, decided_at)
                select decision_id::uuid, profile_id::uuid, outcome, propensity, decided_at::timestamptz
                from unnest(?::text[], ?::text[], ?::text[], ?::float8[], ?::text[])
                     as made (decision_id, profile_id, outcome, propensity, decided_at)
                on conflict (decision_id) do nothing
                """)
                .param(texts(
                        decisions.stream().map(CampaignDecision::decisionId).toList()))
                .param(texts(decisions.stream().map(CampaignDecision::profileId).toList()))
                .param(decisions.stream().map(CampaignDecision::outcome).toArray(String[]::new))
                .param(decisions.stream().map(CampaignDecision::propensity).toArray(Double[]::new))
                .param(texts(decisions.stream().map(CampaignDecision::decidedAt).toList()))
                .update();
    }

    Map<ProfileId, List<Treatment>> find(Collection<ProfileId> profiles, Instant since) {
        Map<ProfileId, List<Treatment>> found = new HashMap<>();
        jdbc.sql("""
                select profile_id, outcome, coalesce(propensity, 1), decided_at from campaign_treatment
                where profile_id = any(?::uuid[]) and decided_at > ?
                """)
                .param(texts(profiles))
                .param(since.atOffset(ZoneOffset.UTC))
                .query(row -> {
                    found.computeIfAbsent(new ProfileId(row.getObject(1, UUID.class)), id -> new ArrayList<>())
                            .add(new Treatment(
                                    row.getString(2).equals(Treatments.SENT),
                                    row.getDouble(3),
                                    row.getObject(4, OffsetDateTime.class).toInstant()));
                });
        return found;
    }

    int delete(Collection<ProfileId> profiles) {
        return jdbc.sql("delete from campaign_treatment where profile_id = any(?::uuid[])")
                .param(texts(profiles))
                .update();
    }

    void deleteBefore(Instant then) {
        jdbc.sql("delete from campaign_treatment where decided_at < ?")
                .param(then.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static String[] texts(Collection<?> values) {
        return values.stream().map(Object::toString).toArray(String[]::new);
    }
}
