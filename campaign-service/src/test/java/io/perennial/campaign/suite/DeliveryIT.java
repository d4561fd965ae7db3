package io.perennial.campaign.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.perennial.common.testkit.Events;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class DeliveryIT extends CampaignSuite {

    /** A request as the shop's system saw it. */
    private record Call(String key, String timestamp, String signature, String body) {}

    @Test
    void aMailWaitsForItsServerAndArrivesOnce() {
        campaign("smtp-down", "Test SMTP Down", "");
        String ada = newcomer();
        shop.knows(ada, true);
        MAIL.stop();
        shop.stream()
                .publish(
                        Events.track("Test SMTP Down").by(ada).at(Instant.now()).build());
        assertThat(decided(ada, "smtp-down")).isEqualTo("sent assigned");
        await().until(() -> delivery(ada, "smtp-down").get("cause") != null);
        assertThat(delivery(ada, "smtp-down")).containsEntry("state", "pending");

        MAIL.start();
        await().until(() -> "sent".equals(delivery(ada, "smtp-down").get("state")));
        assertThat(mailsTo(ada)).hasSize(1);
    }

    @Test
    void consentWithdrawnMeanwhileHoldsAtTheMomentOfSending() {
        campaign("withdrawn", "Test Withdrawn", "");
        String ada = newcomer();
        shop.knows(ada, true);
        MAIL.stop();
        shop.stream()
                .publish(
                        Events.track("Test Withdrawn").by(ada).at(Instant.now()).build());
        assertThat(decided(ada, "withdrawn")).isEqualTo("sent assigned");
        shop.knows(ada, false);

        await().until(() -> "cancelled".equals(delivery(ada, "withdrawn").get("state")));
        MAIL.start();
        assertThat(mailsTo(ada)).isEmpty();
    }

    @Test
    void pausingACampaignHoldsItsQueue() {
        campaign("paused-queue", "Test Paused Queue", "");
        String ada = newcomer();
        shop.knows(ada, true);
        MAIL.stop();
        shop.stream()
                .publish(Events.track("Test Paused Queue")
                        .by(ada)
                        .at(Instant.now())
                        .build());
        assertThat(decided(ada, "paused-queue")).isEqualTo("sent assigned");
        campaign("paused-queue", "Test Paused Queue", ", \"status\": \"paused\"");
        MAIL.start();
        await().until(() -> "waits: the campaign is paused"
                .equals(delivery(ada, "paused-queue").get("cause")));
        assertThat(mailsTo(ada)).isEmpty();

        campaign("paused-queue", "Test Paused Queue", "");
        await().until(() -> mailsTo(ada).size() == 1);
    }

    @Test
    void aWebhookIsSignedAndRetriedWithTheSameKey() throws Exception {
        List<Call> calls = new CopyOnWriteArrayList<>();
        HttpServer server = server(calls);
        try {
            put("/v1/campaigns/hook", """
                    {"trigger": {"type": "event-seen", "event": "Test Hook"},
                     "actions": [{"type": "webhook", "url": "http://localhost:%d/hook"}]}
                    """.formatted(server.getAddress().getPort()));
            String ada = newcomer();
            shop.knows(ada, true);
            shop.stream()
                    .publish(Events.track("Test Hook")
                            .by(ada)
                            .at(Instant.now())
                            .with("size", "L")
                            .build());

            await().until(() -> calls.size() == 2);
            Call first = calls.getFirst();
            Call second = calls.getLast();
            assertThat(second.key()).isEqualTo(first.key()).isNotBlank();
            assertThat(second.signature()).isEqualTo(signature(second));
            assertThat(second.body()).contains(ada, "\"event.size\":\"L\"").doesNotContain(Shop.email(ada));
            await().until(() -> "sent".equals(delivery(ada, "hook").get("state")));
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aWebhookThatRefusesIsGivenUpWithItsCause() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/hook", exchange -> {
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.start();
        try {
            put("/v1/campaigns/refused", """
                    {"trigger": {"type": "event-seen", "event": "Test Refused"},
                     "actions": [{"type": "webhook", "url": "http://localhost:%d/hook"}]}
                    """.formatted(server.getAddress().getPort()));
            String ada = newcomer();
            shop.knows(ada, true);
            shop.stream()
                    .publish(Events.track("Test Refused")
                            .by(ada)
                            .at(Instant.now())
                            .build());
            decided(ada, "refused");

            await().until(() -> "failed".equals(delivery(ada, "refused").get("state")));
            assertThat(delivery(ada, "refused")).containsEntry("cause", "HTTP 404");
        } finally {
            server.stop(0);
        }
    }

    /** Fails the first time. */
    private static HttpServer server(List<Call> calls) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/hook", exchange -> {
            calls.add(new Call(
                    exchange.getRequestHeaders().getFirst("Idempotency-Key"),
                    exchange.getRequestHeaders().getFirst("X-Perennial-Timestamp"),
                    exchange.getRequestHeaders().getFirst("X-Perennial-Signature"),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            exchange.sendResponseHeaders(calls.size() == 1 ? 500 : 204, -1);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static String signature(Call call) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("local-webhook-secret".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        byte[] signed = (call.timestamp() + "." + call.body()).getBytes(StandardCharsets.UTF_8);
        return "v1=" + HexFormat.of().formatHex(mac.doFinal(signed));
    }

    @SuppressWarnings("unchecked") // the shape of our own answer
    private Map<String, Object> delivery(String userId, String campaign) {
        List<Map<String, Object>> deliveries = (List<Map<String, Object>>)
                decisions(userId, campaign).getFirst().get("deliveries");
        return deliveries == null ? Map.of() : deliveries.getFirst();
    }
}
