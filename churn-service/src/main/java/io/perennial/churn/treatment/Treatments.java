package io.perennial.churn.treatment;

import io.perennial.common.identity.ProfileId;
import io.perennial.common.stream.Subscription;
import io.perennial.common.topic.CampaignDecision;
import io.perennial.common.topic.TopicCodec;
import io.perennial.common.topic.Topics;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Who was contacted by our own campaigns and who was held out. */
@Component
public class Treatments {

    static final String SENT = "sent";
    private static final Set<String> SHOWING = Set.of(SENT, "held_out");

    private final TreatmentStore store;

    Treatments(TreatmentStore store) {
        this.store = store;
    }

    /** Of the profiles, what was decided after then; who was left alone is left out. */
    public Map<ProfileId, List<Treatment>> of(Collection<ProfileId> profiles, Instant since) {
        return store.find(profiles, since);
    }

    /** Forgets; returns how many decisions it knew. */
    public int erase(Collection<ProfileId> profiles) {
        return store.delete(profiles);
    }

    /** Forgets what no outcome can be held against any more. */
    public void forgetBefore(Instant then) {
        store.deleteBefore(then);
    }

    void handle(List<CampaignDecision> batch) {
        List<CampaignDecision> showing = batch.stream()
                .filter(decision -> SHOWING.contains(decision.outcome()))
                .toList();
        if (!showing.isEmpty()) {
            store.add(showing);
        }
    }

    /** Subscribes it. */
    @Configuration(proxyBeanMethods = false)
    static class Streams {
        @Bean
        Subscription<CampaignDecision> churnDecisions(Treatments treatments) {
            return Subscription.toMessages(
                    Topics.CAMPAIGN_DECISION,
                    "churn-decisions",
                    TopicCodec.of(CampaignDecision.class),
                    treatments::handle);
        }
    }
}
