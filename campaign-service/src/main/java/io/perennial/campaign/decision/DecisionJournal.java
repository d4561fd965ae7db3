package io.perennial.campaign.decision;

import io.micrometer.core.instrument.MeterRegistry;
import io.perennial.common.stream.Outbox;
import io.perennial.common.stream.OutboxMessage;
import io.perennial.common.topic.CampaignDecision;
import io.perennial.common.topic.TopicCodec;
import io.perennial.common.topic.Topics;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Records decisions and publishes them in the same transaction.
 *
 * <p>{@code campaign.decisions{campaign,outcome,reason}} counts what was recorded; alert where {@code
 * reason="no_consent"} or {@code "unreachable"} suddenly dominates: consent or addresses stopped arriving.
 */
@Component
class DecisionJournal {

    private static final TopicCodec<CampaignDecision> CODEC = TopicCodec.of(CampaignDecision.class);

    private final DecisionStore store;
    private final Outbox outbox;
    private final MeterRegistry meters;

    DecisionJournal(DecisionStore store, Outbox outbox, MeterRegistry meters) {
        this.store = store;
        this.outbox = outbox;
        this.meters = meters;
    }

    /** Records those not yet recorded; returns their ids. */
    Set<UUID> record(Collection<Decision> decisions) {
        if (decisions.isEmpty()) {
            return Set.of();
        }
        Set<UUID> fresh = store.insert(decisions);
        List<Decision> recorded =
                decisions.stream().filter(d -> fresh.contains(d.decisionId())).toList();
        outbox.publishAll(recorded.stream()
                .map(d -> new OutboxMessage(
                        Topics.CAMPAIGN_DECISION, d.profileId().toString(), CODEC.write(d.published())))
                .toList());
        recorded.forEach(d -> meters.counter(
                        "campaign.decisions", "campaign", d.campaign(), "outcome", d.outcome(), "reason", d.reason())
                .increment());
        return fresh;
    }
}
