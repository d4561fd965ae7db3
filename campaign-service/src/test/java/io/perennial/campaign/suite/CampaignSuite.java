package io.perennial.campaign.suite;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.perennial.campaign.CampaignServiceApplication;
import io.perennial.common.testkit.WithInfrastructure;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.client.RestClient;

/** What the ITs share: the service with a mail server, a hand on its topics and its API. Each test has its own shoppers. */
@WithInfrastructure
@SpringBootTest(
        classes = CampaignServiceApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.name=campaign-service",
            "management.server.port=0",
            "perennial.campaign.wait.poll=100ms",
            "perennial.campaign.wait.retry=200ms",
            "perennial.campaign.wait.grace=300ms",
            "perennial.campaign.contact.patience=3s",
            "perennial.campaign.delivery.poll=100ms",
            "perennial.campaign.delivery.first-backoff=200ms",
            "perennial.campaign.delivery.max-attempts=20",
            "perennial.campaign.delivery.longest-backoff=500ms"
        })
@ActiveProfiles("local")
abstract class CampaignSuite {

    static final int SMTP_PORT = freePort();
    static final GreenMail MAIL = new GreenMail(new ServerSetup(SMTP_PORT, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final ParameterizedTypeReference<Map<String, Object>> JSON = new ParameterizedTypeReference<>() {};

    final Shop shop = new Shop();

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @DynamicPropertySource
    static void mail(DynamicPropertyRegistry registry) {
        registry.add("spring.mail.host", () -> "127.0.0.1");
        registry.add("spring.mail.port", () -> SMTP_PORT);
    }

    @BeforeEach
    void mailServerRuns() {
        if (!MAIL.isRunning()) {
            MAIL.start();
        }
    }

    static String newcomer() {
        return "shopper-" + NUMBER.incrementAndGet() + "-" + System.nanoTime();
    }

    static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(100));
    }

    RestClient api() {
        return RestClient.builder()
                .baseUrl("http://localhost:" + port)
                .defaultHeader("Authorization", "Bearer demo-api-key")
                .defaultStatusHandler(HttpStatusCode::isError, (request, response) -> {})
                .build();
    }

    ResponseEntity<Map<String, Object>> get(String path) {
        return api().get().uri(path).retrieve().toEntity(JSON);
    }

    ResponseEntity<Map<String, Object>> put(String path, String body) {
        return api().put()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .retrieve()
                .toEntity(JSON);
    }

    ResponseEntity<Map<String, Object>> post(String path, String idempotencyKey, String body) {
        return api().post()
                .uri(path)
                .header("Idempotency-Key", idempotencyKey)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .retrieve()
                .toEntity(JSON);
    }

    /** A campaign that mails at once whoever does the event. */
    void campaign(String name, String event, String more) {
        ResponseEntity<Map<String, Object>> answer = put("/v1/campaigns/" + name, """
                {"trigger": {"type": "event-seen", "event": "%s"},
                 "actions": [{"type": "email", "template": "welcome"}] %s}
                """.formatted(event, more));
        if (answer.getStatusCode().isError()) {
            throw new AssertionError(answer.toString());
        }
    }

    @SuppressWarnings("unchecked") // the shape of our own answer
    List<Map<String, Object>> decisions(String userId, String campaign) {
        Map<String, Object> body =
                get("/v1/decisions?userId=" + userId + "&campaign=" + campaign).getBody();
        return body == null ? List.of() : (List<Map<String, Object>>) body.getOrDefault("items", List.of());
    }

    /** Waits for a decision and gives its outcome and reason. */
    String decided(String userId, String campaign) {
        await().until(() -> !decisions(userId, campaign).isEmpty());
        Map<String, Object> decision = decisions(userId, campaign).getFirst();
        return decision.get("outcome") + " " + decision.get("reason");
    }

    static List<MimeMessage> mailsTo(String userId) {
        return Arrays.stream(MAIL.getReceivedMessages())
                .filter(mail -> isTo(mail, Shop.email(userId)))
                .toList();
    }

    private static boolean isTo(MimeMessage mail, String address) {
        try {
            return mail.getRecipients(Message.RecipientType.TO)[0].toString().equals(address);
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
