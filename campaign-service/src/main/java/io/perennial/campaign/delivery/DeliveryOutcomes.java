package io.perennial.campaign.delivery;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.perennial.campaign.contact.Shopper;
import io.perennial.campaign.outcome.OutcomeEvent;
import io.perennial.campaign.outcome.Outcomes;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Says how sending ended: as an event, and as a metric.
 *
 * <p>{@code campaign.deliveries{channel,outcome}} counts; alert where {@code failed} grows. {@code
 * campaign.deliveries.pending} is the queue; alert where it stays above some minutes' worth of sending.
 */
@Component
class DeliveryOutcomes {

    private final Outcomes outcomes;
    private final MeterRegistry meters;

    DeliveryOutcomes(Outcomes outcomes, DeliveryStore store, MeterRegistry meters) {
        this.outcomes = outcomes;
        this.meters = meters;
        Gauge.builder("campaign.deliveries.pending", store, DeliveryStore::pending)
                .description("Messages that wait to be sent")
                .register(meters);
    }

    void retried(Message message) {
        count(message, "retried");
    }

    void ended(Message message, Shopper shopper, DeliveryState state, String cause, Instant now) {
        count(message, state.wire());
        String name = eventName(message, state);
        if (name == null) {
            return;
        }
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("campaign_name", message.campaign());
        properties.put("decision_id", message.decisionId().toString());
        properties.put("variant", message.variant());
        if (message instanceof Message.Email email) {
            properties.put("email_id", message.idempotencyKey());
            properties.put("template", email.template());
        }
        if (!cause.isEmpty()) {
            properties.put("reason", cause);
        }
        String suffix = name.toLowerCase(java.util.Locale.ROOT).replace(' ', '-');
        outcomes.offer(List.of(new OutcomeEvent(
                message.decisionId() + ":" + message.step() + ":" + suffix,
                name,
                shopper.userId(),
                shopper.anonymousId(),
                now,
                properties,
                Map.of())));
    }

    private static @Nullable String eventName(Message message, DeliveryState state) {
        boolean mail = message instanceof Message.Email;
        return switch (state) {
            case SENT -> mail ? "Email Delivered" : "Webhook Delivered";
            case FAILED -> mail ? "Email Bounced" : "Webhook Failed";
            case PENDING, CANCELLED -> null;
        };
    }

    private void count(Message message, String outcome) {
        String channel = message instanceof Message.Email ? "email" : "webhook";
        meters.counter("campaign.deliveries", "channel", channel, "outcome", outcome)
                .increment();
    }
}
