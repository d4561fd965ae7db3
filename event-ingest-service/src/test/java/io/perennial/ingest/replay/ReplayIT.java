package io.perennial.ingest.replay;

import static io.perennial.ingest.testing.IngestClient.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import io.perennial.common.event.Event;
import io.perennial.ingest.testing.Accepted;
import io.perennial.ingest.testing.IngestClient;
import io.perennial.ingest.testing.WithIngest;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@WithIngest
class ReplayIT {

    private static final JsonMapper JSON = new JsonMapper();

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    private final String user = "u-" + UUID.randomUUID();
    private IngestClient client = new IngestClient(0);

    @BeforeEach
    void connect() {
        client = new IngestClient(port);
        jdbc.sql("delete from rejected_event").update();
    }

    @Test
    void aRejectedEventIsKeptAsItWasSent() {
        String sent = orderWithoutId("m1").replace(",\"event\"", " ,\t\"event\"");
        client.batch(sent);
        JsonNode item = list("").get("items").get(0);
        assertThat(item.get("body").asString()).isEqualTo(sent);
        assertThat(item.get("source").asString()).isEqualTo("demo-server");
        assertThat(item.get("code").asString()).isEqualTo("order_id_missing");
        assertThat(item.get("messageId").asString()).isEqualTo("m1-" + user);
        assertThat(item.get("detail").asString()).contains("properties.order_id");
        assertThat(item.get("encoding").asString()).isEqualTo("utf-8");
    }

    @Test
    void aRetryOfTheSameBatchMakesNoNewRow() {
        client.batch(orderWithoutId("m1"));
        client.batch(orderWithoutId("m1"));
        assertThat(list("").get("items")).hasSize(1);
        assertThat(list("").get("items").get(0).get("times").asInt()).isEqualTo(2);
    }

    @Test
    void rejectedEventsArePagedAndFiltered() {
        client.batch(orderWithoutId("a"), orderWithoutId("b"), orderWithoutId("c"), "{\"type\":\"page\"}");
        JsonNode first = list("?limit=3");
        assertThat(first.get("items")).hasSize(3);
        JsonNode second = list("?limit=3&cursor=" + first.get("next").asString());
        assertThat(second.get("items")).hasSize(1);
        assertThat(second.has("next") && !second.get("next").isNull()).isFalse();
        assertThat(list("?code=identifier_missing").get("items")).hasSize(1);
        assertThat(list("?source=nobody").get("items")).isEmpty();
        assertThat(get("?limit=0").statusCode()).isEqualTo(400);
        assertThat(get("?cursor=forged").statusCode()).isEqualTo(400);
    }

    @Test
    void aCorrectedEventIsPublishedWithItsFirstTimeAndSource() {
        client.post(
                "/v1/batch",
                "{\"batch\":[" + orderWithoutId("m1")
                        + "],\"context\":{\"library\":{\"name\":\"lib\"}},\"sentAt\":\"2026-01-01T00:00:00Z\"}");
        JsonNode item = list("").get("items").get(0);
        String corrected = orderWithoutId("m1").replace("{}", "{\"order_id\":\"o1\",\"revenue\":10.10}");
        JsonNode outcome = replay("{\"corrections\":{\"" + item.get("id").asString() + "\":" + corrected + "}}");
        assertThat(outcome.get("accepted").asInt()).isEqualTo(1);
        assertThat(outcome.get("rejected")).isEmpty();
        Event event = Accepted.only(user);
        assertThat(event.receivedAt()).isEqualTo(item.get("receivedAt").asString());
        assertThat(event.source()).isEqualTo("demo-server");
        assertThat(event.context().attributes("library").text("name")).isEqualTo("lib");
        assertThat(list("").get("items")).isEmpty();
        assertThat(list("?replayed=true").get("items")).hasSize(1);
        assertThat(client.batch(corrected).body()).contains("\"duplicates\":1");
    }

    @Test
    void whatIsRefusedAgainStaysRejected() {
        client.batch(orderWithoutId("m1"));
        String id = list("").get("items").get(0).get("id").asString();
        String unknown = UUID.randomUUID().toString();
        JsonNode outcome = replay("{\"ids\":[\"" + id + "\",\"" + unknown + "\"]}");
        assertThat(outcome.get("accepted").asInt()).isZero();
        assertThat(outcome.get("rejected").get(0).get("code").asString()).isEqualTo("order_id_missing");
        assertThat(outcome.get("notFound").get(0).asString()).isEqualTo(unknown);
        assertThat(list("").get("items").get(0).get("replays").asInt()).isEqualTo(1);
    }

    @Test
    void aReplayedEventIsNotReplayedTwice() {
        client.batch(orderWithoutId("m1"));
        String id = list("").get("items").get(0).get("id").asString();
        String correction = "{\"corrections\":{\"" + id + "\":"
                + orderWithoutId("m1").replace("{}", "{\"order_id\":\"o1\"}") + "}}";
        assertThat(replay(correction).get("accepted").asInt()).isEqualTo(1);
        assertThat(replay(correction).get("notFound")).hasSize(1);
        Accepted.only(user);
    }

    @Test
    void aBrokenBodyIsKeptAndCanBeCorrected() {
        assertThat(client.post("/v1/batch", "{\"batch\":[" + orderWithoutId("m1") + ",")
                        .statusCode())
                .isEqualTo(400);
        JsonNode item = list("?code=body_malformed").get("items").get(0);
        assertThat(item.get("kind").asString()).isEqualTo("body");
        String page = "{\"type\":\"page\",\"userId\":\"" + user + "\"}";
        JsonNode outcome = replay("{\"corrections\":{\"" + item.get("id").asString() + "\":{\"batch\":[" + page + ","
                + orderWithoutId("m1") + "]}}}");
        assertThat(outcome.get("accepted").asInt()).isEqualTo(1);
        assertThat(outcome.get("rejected")).hasSize(1);
        Accepted.only(user);
        assertThat(list("").get("items")).hasSize(1);
        assertThat(list("").get("items").get(0).get("kind").asString()).isEqualTo("event");
    }

    @Test
    void bytesThatAreNoTextAreShownAsBase64() {
        client.post("/v1/batch?writeKey=demo-write-key", new byte[] {(byte) 0xc3, 0x28, 0x7b});
        assertThat(list("").get("items").get(0).get("encoding").asString()).isEqualTo("base64");
    }

    @Test
    void aReplayOfNothingIsAProblem() {
        assertThat(post("{}").statusCode()).isEqualTo(400);
        assertThat(post("{\"ids\":[\"no-uuid\"]}").statusCode()).isEqualTo(400);
        assertThat(post("{").statusCode()).isEqualTo(400);
    }

    private String orderWithoutId(String id) {
        return "{\"type\":\"track\",\"messageId\":\"" + id + "-" + user + "\",\"userId\":\"" + user
                + "\",\"event\":\"Order Completed\",\"properties\":{}}";
    }

    private JsonNode list(String query) {
        HttpResponse<String> answer = get(query);
        assertThat(answer.statusCode()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private HttpResponse<String> get(String query) {
        return client.get("/v1/rejected" + query, "Authorization", "Bearer demo-api-key");
    }

    private JsonNode replay(String body) {
        HttpResponse<String> answer = post(body);
        assertThat(answer.statusCode()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private HttpResponse<String> post(String body) {
        return client.post(
                "/v1/rejected/replay",
                bytes(body),
                "Authorization",
                "Bearer demo-api-key",
                "Content-Type",
                "application/json");
    }
}
