package io.perennial.campaign.outcome;

import io.perennial.common.event.Event;
import io.perennial.common.stream.Outbox;
import io.perennial.common.stream.OutboxMessage;
import io.perennial.common.topic.Topics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Offers what we did to ingest, in the current transaction: profiles and reports see it as any other event. */
@Component
public class Outcomes {

    private final Outbox outbox;
    private final JsonMapper json;

    Outcomes(Outbox outbox, JsonMapper json) {
        this.outbox = outbox;
        this.json = json;
    }

    /** Offers events in order; those of a shopper without any known identifier are left out. */
    public void offer(List<OutcomeEvent> events) {
        outbox.publishAll(events.stream()
                .filter(OutcomeEvent::hasShopper)
                .map(this::message)
                .toList());
    }

    private OutboxMessage message(OutcomeEvent event) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("messageId", event.messageId());
        body.put("type", "track");
        body.put("event", event.name());
        putIfKnown(body, "userId", event.userId());
        putIfKnown(body, "anonymousId", event.anonymousId());
        body.put("timestamp", event.timestamp().toString());
        body.put("properties", event.properties());
        if (!event.context().isEmpty()) {
            body.put("context", event.context());
        }
        String key = event.userId() != null ? event.userId() : String.valueOf(event.anonymousId());
        return new OutboxMessage(Topics.OFFERED, key, json.writeValueAsBytes(body), Map.of("source", Event.OWN_SOURCE));
    }

    private static void putIfKnown(Map<String, Object> body, String field, @Nullable String value) {
        if (value != null) {
            body.put(field, value);
        }
    }
}
