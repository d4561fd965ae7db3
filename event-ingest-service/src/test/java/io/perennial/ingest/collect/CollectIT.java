package io.perennial.ingest.collect;

import static io.perennial.ingest.testing.IngestClient.basic;
import static io.perennial.ingest.testing.IngestClient.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import io.perennial.common.event.Event;
import io.perennial.common.event.Trust;
import io.perennial.ingest.testing.Accepted;
import io.perennial.ingest.testing.IngestClient;
import io.perennial.ingest.testing.WithIngest;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@WithIngest
class CollectIT {

    private static final String KEY = basic("demo-write-key:");

    @LocalServerPort
    private int port;

    private final String user = "u-" + UUID.randomUUID();
    private IngestClient client = new IngestClient(0);

    @BeforeEach
    void connect() {
        client = new IngestClient(port);
    }

    @Test
    void anAcceptedEventIsInKafkaWhenTheAnswerComes() {
        String traceparent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        var answer = client.post(
                "/v1/track",
                bytes(
                        "{\"messageId\":\"m-" + user + "\",\"userId\":\"" + user
                                + "\",\"event\":\"Order Completed\",\"properties\":{\"order_id\":\"o1\",\"revenue\":\"12.30\"}}"),
                "Authorization",
                KEY,
                "traceparent",
                traceparent);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/json");
        assertThat(answer.body()).isEqualTo("{\"success\":true,\"accepted\":1,\"duplicates\":0,\"rejected\":[]}");
        var records = Accepted.records(user);
        assertThat(records).hasSize(1);
        Event event = Accepted.only(user);
        assertThat(event.trust()).isEqualTo(Trust.SERVER);
        assertThat(event.base()).isNotNull();
        assertThat(records.getFirst().timestamp()).isEqualTo(event.receivedAt().toEpochMilli());
        assertThat(new String(
                        records.getFirst().headers().lastHeader("traceparent").value(), StandardCharsets.UTF_8))
                .isEqualTo(traceparent);
    }

    @Test
    void oneBadEventFailsOnlyItself() {
        var answer = client.batch(
                page(user, "a"),
                "{\"type\":\"track\",\"messageId\":\"bad-" + user + "\",\"userId\":\"" + user
                        + "\",\"event\":\"Order Completed\",\"properties\":{}}",
                "7",
                "{\"type\":\"page\",\"userId\":\"" + user + "\",\"x\":1e99999999999}",
                page(user, "b"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("\"accepted\":2", "\"duplicates\":0")
                .contains("{\"index\":1,\"messageId\":\"bad-" + user + "\",\"code\":\"order_id_missing\",\"detail\":\"")
                .contains("{\"index\":2,\"messageId\":null,\"code\":\"message_malformed\"")
                .contains("\"index\":3");
        assertThat(Accepted.records(user)).hasSize(2);
    }

    @Test
    void aDuplicateIsCountedAndNotPublishedAgain() {
        assertThat(client.batch(page(user, "a"), page(user, "a")).body())
                .contains("\"accepted\":1", "\"duplicates\":1");
        assertThat(client.batch(page(user, "a"), page(user, "b")).body())
                .contains("\"accepted\":1", "\"duplicates\":1");
        assertThat(Accepted.records(user)).hasSize(2);
    }

    @Test
    void theSameMessageIdOfAnotherSourceIsAnotherEvent() {
        client.batch(page(user, "a"));
        var answer =
                client.post("/v1/b", bytes("{\"writeKey\":\"demo-browser-key\",\"batch\":[" + page(user, "a") + "]}"));
        assertThat(answer.body()).contains("\"accepted\":1");
    }

    @Test
    void aMessageThatWasRejectedIsNoDuplicateOnceItIsRight() {
        String wrong = "{\"type\":\"track\",\"messageId\":\"x-" + user + "\",\"userId\":\"" + user + "\"}";
        assertThat(client.batch(wrong).body()).contains("event_name_missing");
        assertThat(client.batch(wrong.replace("}", ",\"event\":\"E\"}")).body()).contains("\"accepted\":1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/track",
                "/v1/track/",
                "/v1/identify",
                "/v1/page",
                "/v1/screen/",
                "/v1/t",
                "/v1/i",
                "/v1/p",
                "/v1/s/"
            })
    void everySingleCallTakesAMessage(String path) {
        var answer = client.post(path, "{\"userId\":\"" + user + "\",\"event\":\"E\"}");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"accepted\":1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/group", "/v1/g/", "/v1/alias/", "/v1/a"})
    void groupsAndAliasesAreTaken(String path) {
        var answer = client.post(path, "{\"userId\":\"" + user + "\",\"groupId\":\"g\",\"previousId\":\"p\"}");
        assertThat(answer.body()).contains("\"accepted\":1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/batch", "/v1/batch/", "/v1/import", "/v1/import/", "/v1/b", "/v1/b/"})
    void everyBatchCallTakesABatch(String path) {
        var answer = client.post(path, "{\"batch\":[" + page(user, "a") + "]}");
        assertThat(answer.body()).contains("\"accepted\":1");
        assertThat(client.post(path, "{\"batch\":[]}").body()).contains("\"accepted\":0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo-write-key:", "demo-write-key", "demo-write-key:ignored"})
    void theKeyIsTheUserOfBasicAuthentication(String credentials) {
        var answer = client.post(
                "/v1/batch", bytes("{\"batch\":[" + page(user, "a") + "]}"), "Authorization", basic(credentials));
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void theKeyMayStandInTheQueryOrTheBody() {
        byte[] body = bytes("{\"batch\":[" + page(user, "a") + "]}");
        assertThat(client.post("/v1/batch?x=1&writeKey=demo-browser-key", body).statusCode())
                .isEqualTo(200);
        assertThat(client.post("/v1/batch", bytes("{\"batch\":[],\"writeKey\":\"demo-write-key\"}"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void whateverAClientAcceptsItGetsJson() {
        var answer = client.post(
                "/v1/batch",
                bytes("{\"batch\":[]}"),
                "Authorization",
                KEY,
                "Accept",
                "text/html",
                "Content-Type",
                "x y");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/json");
    }

    @Test
    void aBrowserOfAnotherOriginMaySend() {
        var preflight = client.options(
                "/v1/t",
                "Origin",
                "https://shop.example",
                "Access-Control-Request-Method",
                "POST",
                "Access-Control-Request-Headers",
                "content-type");
        assertThat(preflight.statusCode()).isEqualTo(200);
        assertThat(preflight.headers().firstValue("access-control-allow-origin"))
                .hasValue("https://shop.example");
        var answer = client.post(
                "/v1/t",
                bytes("{\"writeKey\":\"demo-browser-key\",\"anonymousId\":\"" + user + "\",\"event\":\"E\"}"),
                "Content-Type",
                "text/plain",
                "Origin",
                "https://shop.example");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("access-control-allow-origin")).hasValue("https://shop.example");
        assertThat(Accepted.only(user).trust()).isEqualTo(Trust.BROWSER);
    }

    @Test
    void theBrowserClientFindsItsSettings() {
        var answer = client.get("/v1/projects/demo-browser-key/settings", "Origin", "https://shop.example");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("access-control-allow-origin")).isPresent();
        assertThat(answer.body())
                .contains(
                        "\"Segment.io\"",
                        "\"apiKey\":\"demo-browser-key\"",
                        "\"apiHost\":\"localhost:" + port + "/v1\"");
        assertThat(client.get("/v1/projects/nobody/settings").statusCode()).isEqualTo(401);
    }

    private static String page(String user, String id) {
        return "{\"type\":\"page\",\"userId\":\"" + user + "\",\"messageId\":\"" + id + "-" + user + "\"}";
    }
}
