package io.perennial.recommendation.history;

import io.perennial.common.event.CommerceEvent;
import io.perennial.common.event.Event;
import io.perennial.common.identity.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a batch of events adds to the histories, a shopper once. */
public final class HistoryBatch {

    private final Map<String, List<Interaction>> byIdentifier = new TreeMap<>();

    /** Adds what the event says its shopper did. */
    public void add(Event event, CommerceEvent commerce) {
        List<Interaction> interactions = InteractionReader.read(commerce, event.occurredAt());
        if (!interactions.isEmpty()) {
            Identifier identifier = event.identifier();
            byIdentifier
                    .computeIfAbsent(identifier.toString(), key -> new ArrayList<>())
                    .addAll(interactions);
        }
    }

    /** Interactions by identifier, in the identifiers' order. */
    public Map<String, List<Interaction>> byIdentifier() {
        return byIdentifier;
    }
}
