package io.perennial.recommendation.attribution;

import io.perennial.common.event.CommerceEvent;
import io.perennial.common.event.Event;
import io.perennial.common.event.Trust;
import io.perennial.recommendation.signature.RecommendationId;
import io.perennial.recommendation.signature.RecommendationIds;
import io.perennial.recommendation.signature.Verification;
import io.perennial.recommendation.signature.Verification.Refusal;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a batch of events says of recommendations and of orders, each once; ids that are not good are counted only. */
public final class AttributionBatch {

    private final RecommendationIds ids;
    private final boolean ordersFromBrowsers;
    private final TreeMap<Long, Outcome> outcomes = new TreeMap<>();
    private final TreeMap<String, AttributedOrder> orders = new TreeMap<>();
    private final Map<Refusal, Integer> refused = new EnumMap<>(Refusal.class);
    private int valid;

    AttributionBatch(RecommendationIds ids, boolean ordersFromBrowsers) {
        this.ids = ids;
        this.ordersFromBrowsers = ordersFromBrowsers;
    }

    public void add(Event event, CommerceEvent commerce) {
        boolean believed = ordersFromBrowsers || event.trust() == Trust.SERVER;
        Map<String, Long> nonces = new HashMap<>();
        OutcomeReader.read(event, commerce, believed).forEach((text, claim) -> {
            switch (ids.verify(text, event.occurredAt(), event.receivedAt())) {
                case Verification.Valid(RecommendationId id) -> {
                    valid++;
                    nonces.put(text, id.nonce());
                    outcomes.merge(id.nonce(), claim.of(id.withoutItems()), Outcome::merge);
                }
                case Verification.Refused(Refusal why) -> refused.merge(why, 1, Integer::sum);
            }
        });
        AttributedOrderReader.Told told = believed ? AttributedOrderReader.read(event, commerce, nonces) : null;
        if (told != null) {
            orders.merge(told.key(), told.order(), AttributedOrder::merge);
        }
    }

    /** By nonce, in its order. */
    SortedMap<Long, Outcome> outcomes() {
        return outcomes;
    }

    /** By key, in its order. */
    SortedMap<String, AttributedOrder> orders() {
        return orders;
    }

    Map<Refusal, Integer> refused() {
        return refused;
    }

    int valid() {
        return valid;
    }
}
