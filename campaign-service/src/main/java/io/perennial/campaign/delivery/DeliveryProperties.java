package io.perennial.campaign.delivery;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of sending.
 *
 * @param poll pause between looks into the queue
 * @param batch most messages claimed at once
 * @param lease after which a message claimed by a process that died is sent again; longer than a batch's timeouts
 * @param maxAttempts after which a message is given up
 * @param giveUpAfter age at which a message that waited (for consent to be known) is given up
 */
@Validated
@ConfigurationProperties("perennial.campaign.delivery")
public record DeliveryProperties(
        Duration poll,
        @Positive int batch,
        Duration lease,
        @Positive int maxAttempts,
        Duration firstBackoff,
        Duration longestBackoff,
        Duration giveUpAfter,
        @DefaultValue Email email,
        @DefaultValue Webhook webhook) {

    /**
     * Settings of e-mails.
     *
     * @param from sender address
     * @param shopName fills {@code {{shop_name}}}
     * @param shopUrl fills {@code {{shop_url}}}
     */
    public record Email(
            @NotBlank String from,
            @NotBlank String shopName,
            @NotBlank String shopUrl) {}

    /**
     * Settings of webhooks.
     *
     * @param secret signs the bodies
     * @param connectTimeout for the connection
     * @param timeout for the whole request
     * @param allowPrivate whether addresses inside our own network, and plain http, may be called
     */
    public record Webhook(
            @NotBlank @Size(min = 16) String secret, Duration connectTimeout, Duration timeout, boolean allowPrivate) {}

    Backoff backoff() {
        return new Backoff(firstBackoff, longestBackoff);
    }
}
