package io.perennial.campaign.delivery;

import io.perennial.campaign.contact.Shopper;
import io.perennial.campaign.contact.Shoppers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Empties the queue, each channel for itself: claims, looks again whether the shopper still wants it, sends outside any
 * transaction, writes down how it ended. A process that dies in between sends again when the lease ends, with the same
 * Message-ID or Idempotency-Key.
 */
@Component
class DeliveryWorker {

    private static final Duration WAIT_FOR_COPY = Duration.ofSeconds(5);

    private final DeliveryStore store;
    private final DeliveryOutcomes outcomes;
    private final Shoppers shoppers;
    private final EmailChannel email;
    private final WebhookChannel webhook;
    private final DeliveryProperties properties;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DeliveryWorker(
            DeliveryStore store,
            DeliveryOutcomes outcomes,
            Shoppers shoppers,
            EmailChannel email,
            WebhookChannel webhook,
            DeliveryProperties properties,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.outcomes = outcomes;
        this.shoppers = shoppers;
        this.email = email;
        this.webhook = webhook;
        this.properties = properties;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${perennial.campaign.delivery.poll}")
    void sendEmails() {
        work("email");
    }

    @Scheduled(fixedDelayString = "${perennial.campaign.delivery.poll}")
    void sendWebhooks() {
        work("webhook");
    }

    private void work(String channel) {
        List<Delivery> claimed;
        do {
            Instant now = clock.instant();
            claimed = store.claim(channel, properties.batch(), now, now.plus(properties.lease()));
            claimed.forEach(this::deliver);
        } while (claimed.size() == properties.batch());
    }

    private void deliver(Delivery delivery) {
        Shopper shopper = shoppers.find(delivery.identifier(), delivery.profileId());
        Instant now = clock.instant();
        if (!shopper.standing().current()) {
            boolean tooOld = delivery.createdAt().plus(properties.giveUpAfter()).isBefore(now);
            if (tooOld) {
                end(delivery, shopper, DeliveryState.FAILED, "consent could not be checked in time");
            } else {
                store.again(
                        delivery.message(), now.plus(WAIT_FOR_COPY), "waits: our copy of consents is behind", false);
            }
        } else if (!shopper.standing().marketing()) {
            end(delivery, shopper, DeliveryState.CANCELLED, "no consent any more");
        } else {
            conclude(delivery, shopper, send(delivery.message(), shopper));
        }
    }

    private Attempt send(Message message, Shopper shopper) {
        return switch (message) {
            case Message.Email m -> email.send(m, shopper);
            case Message.Webhook m -> webhook.send(m, shopper);
        };
    }

    private void conclude(Delivery delivery, Shopper shopper, Attempt attempt) {
        switch (attempt) {
            case Attempt.Delivered _ -> end(delivery, shopper, DeliveryState.SENT, "");
            case Attempt.Refused(String cause) -> end(delivery, shopper, DeliveryState.FAILED, cause);
            case Attempt.TryAgain(String cause)
            when delivery.attempts() >= properties.maxAttempts() ->
                end(
                        delivery,
                        shopper,
                        DeliveryState.FAILED,
                        "gave up after " + delivery.attempts() + " attempts: " + cause);
            case Attempt.TryAgain(String cause) -> {
                outcomes.retried(delivery.message());
                store.again(
                        delivery.message(),
                        clock.instant().plus(properties.backoff().after(delivery.attempts())),
                        cause,
                        true);
            }
        }
    }

    private void end(Delivery delivery, Shopper shopper, DeliveryState state, String cause) {
        Instant now = clock.instant();
        transaction.executeWithoutResult(status -> {
            if (store.finish(delivery.message(), state, cause.isEmpty() ? null : cause, now)) {
                outcomes.ended(delivery.message(), shopper, state, cause, now);
            }
        });
    }
}
