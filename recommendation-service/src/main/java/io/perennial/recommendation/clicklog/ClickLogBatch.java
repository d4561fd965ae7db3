package io.perennial.recommendation.clicklog;

import io.perennial.common.event.CommerceEvent;
import io.perennial.common.event.Event;
import io.perennial.recommendation.signature.RecommendationId;
import io.perennial.recommendation.signature.RecommendationIds;
import io.perennial.recommendation.signature.Verification;
import java.util.Map;
import java.util.TreeMap;

/** What a batch of events tells of shelves, each once; ids that are not good, and those without items, are left out. */
public final class ClickLogBatch {

    private final RecommendationIds ids;
    private final boolean ordersFromBrowsers;
    private final Map<Long, ShelfTold> shelves = new TreeMap<>();

    ClickLogBatch(RecommendationIds ids, boolean ordersFromBrowsers) {
        this.ids = ids;
        this.ordersFromBrowsers = ordersFromBrowsers;
    }

    public void add(Event event, CommerceEvent commerce) {
        ShelfReader.read(event, commerce, ordersFromBrowsers).forEach((text, telling) -> {
            if (ids.verify(text, event.occurredAt(), event.receivedAt()) instanceof Verification.Valid(var id)
                    && !id.items().isEmpty()) {
                shelves.merge(id.nonce(), told(id, telling), ShelfTold::and);
            }
        });
    }

    private static ShelfTold told(RecommendationId id, ShelfReader.Telling telling) {
        return new ShelfTold(id, telling.of(id));
    }

    /** By nonce, in its order. */
    Map<Long, ShelfTold> shelves() {
        return shelves;
    }
}
