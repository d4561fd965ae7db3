package io.perennial.campaign.delivery;

import io.perennial.campaign.contact.Shopper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Posts decisions to the shop's own system: signed, repeatable, without what names a person but the shop's own id. */
@Component
class WebhookChannel implements Channel<Message.Webhook> {

    private final DeliveryProperties.Webhook settings;
    private final HttpClient http;
    private final JsonMapper json;
    private final Clock clock;

    WebhookChannel(DeliveryProperties properties, JsonMapper json, Clock clock) {
        this.settings = properties.webhook();
        this.http = HttpClient.newBuilder()
                .connectTimeout(settings.connectTimeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        this.json = json;
        this.clock = clock;
    }

    @Override
    public Attempt send(Message.Webhook message, Shopper shopper) {
        URI url = URI.create(message.url());
        Attempt refusal = refusal(url);
        if (refusal != null) {
            return refusal;
        }
        byte[] body = json.writeValueAsBytes(body(message, shopper));
        Instant now = clock.instant();
        HttpRequest request = HttpRequest.newBuilder(url)
                .timeout(settings.timeout())
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", message.idempotencyKey())
                .header("X-Perennial-Timestamp", Long.toString(now.getEpochSecond()))
                .header("X-Perennial-Signature", WebhookSignature.of(settings.secret(), now, body))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        try {
            return verdict(
                    http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode());
        } catch (IOException e) {
            String text = e.getMessage();
            return new Attempt.TryAgain(e.getClass().getSimpleName() + (text == null ? "" : ": " + text));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Attempt.TryAgain("interrupted");
        }
    }

    private static Attempt verdict(int status) {
        if (status >= 200 && status < 300) {
            return new Attempt.Delivered();
        }
        boolean passing = status >= 500 || status == 408 || status == 425 || status == 429;
        return passing ? new Attempt.TryAgain("HTTP " + status) : new Attempt.Refused("HTTP " + status);
    }

    private @Nullable Attempt refusal(URI url) {
        if (settings.allowPrivate()) {
            return null;
        }
        if (!"https".equalsIgnoreCase(url.getScheme())) {
            return new Attempt.Refused("only https is called");
        }
        try {
            InetAddress[] addresses = InetAddress.getAllByName(url.getHost());
            return Arrays.stream(addresses).anyMatch(PrivateAddresses::contains)
                    ? new Attempt.Refused(url.getHost() + " is inside our own network")
                    : null;
        } catch (UnknownHostException e) {
            return new Attempt.TryAgain("unknown host " + url.getHost());
        }
    }

    private Map<String, Object> body(Message.Webhook message, Shopper shopper) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("decisionId", message.decisionId().toString());
        body.put("campaign", message.campaign());
        body.put("variant", message.variant());
        body.put("profileId", shopper.profileId().toString());
        String userId = shopper.userId();
        if (userId != null) {
            body.put("userId", userId);
        }
        String anonymousId = shopper.anonymousId();
        if (anonymousId != null) {
            body.put("anonymousId", anonymousId);
        }
        body.put("facts", message.facts());
        return body;
    }
}
