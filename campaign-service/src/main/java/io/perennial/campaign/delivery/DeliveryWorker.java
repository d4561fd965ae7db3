package io.perennial.campaign.delivery;

import io.perennial.campaign.contact.Shopper;
import io.perennial.campaign.contact.Shoppers;
import io.perennial.campaign.definition.Campaign;
import io.perennial.campaign.definition.CampaignCatalog;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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

    private static final Duration HELD = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryWorker.class);

    private final DeliveryStore store;
    private final DeliveryOutcomes outcomes;
    private final Shoppers shoppers;
    private final CampaignCatalog catalog;
    private final EmailChannel email;
    private final WebhookChannel webhook;
    private final DeliveryProperties properties;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DeliveryWorker(
            DeliveryStore store,
            DeliveryOutcomes outcomes,
            Shoppers shoppers,
            CampaignCatalog catalog,
            EmailChannel email,
            WebhookChannel webhook,
            DeliveryProperties properties,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.outcomes = outcomes;
        this.shoppers = shoppers;
        this.catalog = catalog;
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
            claimed.forEach(this::deliverOrTryAgain);
        } while (claimed.size() == properties.batch());
    }

    /** What breaks over one message must not hold up the others until their leases end. */
    private void deliverOrTryAgain(Delivery delivery) {
        try {
            deliver(delivery);
        } catch (RuntimeException e) {
            LOG.error("Could not deliver {}", delivery.message().idempotencyKey(), e);
            Duration pause = properties.backoff().after(delivery.attempts());
            store.again(delivery.message(), clock.instant().plus(pause), String.valueOf(e), true);
        }
    }

    private void deliver(Delivery delivery) {
        Shopper shopper = shoppers.find(delivery.identifier(), delivery.profileId());
        Campaign campaign = catalog.find(delivery.message().campaign());
        if (campaign != null && !campaign.active()) {
            hold(delivery, shopper, "waits: the campaign is paused");
        } else if (!shopper.standing().current()) {
            hold(delivery, shopper, "waits: our copy of consents is behind");
        } else if (!shopper.standing().marketing()) {
            end(delivery, shopper, DeliveryState.CANCELLED, "no consent any more");
        } else {
            conclude(delivery, shopper, send(delivery.message(), shopper));
        }
    }

    /** Not an attempt: nothing went wrong with the message. */
    private void hold(Delivery delivery, Shopper shopper, String why) {
        Instant now = clock.instant();
        if (delivery.createdAt().plus(properties.giveUpAfter()).isBefore(now)) {
            end(delivery, shopper, DeliveryState.FAILED, "gave up after " + properties.giveUpAfter() + ", " + why);
        } else {
            store.again(delivery.message(), now.plus(HELD), why, false);
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
