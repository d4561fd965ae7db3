package io.perennial.recommendation.attribution;

import io.perennial.common.event.CommerceEvent;
import io.perennial.common.event.Event;
import io.perennial.recommendation.signature.RecommendationId;
import io.perennial.recommendation.signature.RecommendationIds;
import io.perennial.recommendation.signature.Verification;
import io.perennial.recommendation.signature.Verification.Refusal;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** What a batch of events says came of recommendations, each once; ids that are not good are counted only. */
public final class AttributionBatch {

    private final RecommendationIds ids;
    private final boolean ordersFromBrowsers;
    private final Map<Long, Outcome> outcomes = new TreeMap<>();
    private final Map<Refusal, Integer> refused = new EnumMap<>(Refusal.class);
    private int valid;

    AttributionBatch(RecommendationIds ids, boolean ordersFromBrowsers) {
        this.ids = ids;
        this.ordersFromBrowsers = ordersFromBrowsers;
    }

    public void add(Event event, CommerceEvent commerce) {
        OutcomeReader.read(event, commerce, ordersFromBrowsers).forEach((text, claim) -> {
            switch (ids.verify(text, event.occurredAt(), event.receivedAt())) {
                case Verification.Valid(RecommendationId id) -> {
                    valid++;
                    outcomes.merge(id.nonce(), claim.of(id.withoutItems()), Outcome::merge);
                }
                case Verification.Refused(Refusal why) -> refused.merge(why, 1, Integer::sum);
            }
        });
    }

    /** By nonce, in its order. */
    Map<Long, Outcome> outcomes() {
        return outcomes;
    }

    Map<Refusal, Integer> refused() {
        return refused;
    }

    int valid() {
        return valid;
    }
}
