package io.perennial.ingest.collect;

import static io.perennial.ingest.testing.IngestClient.basic;
import static io.perennial.ingest.testing.IngestClient.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import io.perennial.ingest.testing.IngestClient;
import io.perennial.ingest.testing.Mutants;
import io.perennial.ingest.testing.WithIngest;
import java.net.http.HttpResponse;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@WithIngest
class CollectProblemsIT {

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
    void anUnknownKeyIsAProblem() {
        byte[] body = bytes("{\"batch\":[" + page(user, "a") + "]}");
        for (var answer : new HttpResponse<?>[] {
            client.post("/v1/batch", body),
            client.post("/v1/batch", body, "Authorization", basic("nobody:")),
            client.post("/v1/batch", body, "Authorization", "Basic %%%"),
            client.post("/v1/batch?writeKey=nobody", body),
            client.post("/v1/batch", bytes("{\"writeKey\":\"nobody\",\"batch\":[]}"))
        }) {
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
            assertThat(String.valueOf(answer.body())).contains("urn:perennial:problem:unknown-write-key");
        }
    }

    @Test
    void brokenJsonIsAProblemThatNamesThePlace() {
        var answer = client.post("/v1/batch", "{\"batch\":[\n  {\"type\": oops}]}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("urn:perennial:problem:malformed-body", "\"line\":2", "\"column\":");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "[]", "null", "{}", "{\"batch\":{}}", "{\"batch\":[}", "{\"batch\":[]}x", "\u0000"})
    void whatIsNoBatchIsAProblem(String body) {
        assertThat(client.post("/v1/batch", body).statusCode()).isEqualTo(400);
    }

    @Test
    void aBodyThatIsTooLargeIsAProblem() {
        String large = "{\"batch\":[" + page(user, "x".repeat(5_000_000)) + "]}";
        var plain = client.post("/v1/batch", large);
        assertThat(plain.statusCode()).isEqualTo(413);
        assertThat(plain.body()).contains("body-too-large", "\"limit\":4194304");
        var zipped =
                client.post("/v1/batch", IngestClient.gzip(large), "Authorization", KEY, "Content-Encoding", "gzip");
        assertThat(zipped.statusCode()).isEqualTo(413);
    }

    @Test
    void anEventThatIsTooLargeFailsOnlyItself() {
        var answer = client.batch(
                page(user, "a"),
                "{\"type\":\"page\",\"userId\":\"" + user + "\",\"properties\":{\"x\":\"" + "x".repeat(300_000)
                        + "\"}}");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"accepted\":1", "event_too_large");
    }

    @Test
    void anUnsupportedEncodingIsAProblem() {
        var answer = client.post("/v1/batch", bytes("xyz"), "Authorization", KEY, "Content-Encoding", "br");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("unsupported-encoding");
    }

    @Test
    void everythingElseTakesAnApiKey() {
        assertThat(client.get("/v1/rejected").statusCode()).isEqualTo(401);
        assertThat(client.get("/v1/rejected", "Authorization", KEY).statusCode())
                .isEqualTo(401);
        assertThat(client.post("/v1/unknown", "{}").statusCode()).isEqualTo(401);
    }

    @Test
    void whateverComesIsAnsweredAndNeverByAnInternalError() {
        long seed = 42;
        var random = new Random(seed);
        for (int i = 0; i < 1500; i++) {
            byte[] mutant = Mutants.next(random);
            var answer = client.post("/v1/" + (random.nextBoolean() ? "batch" : "track"), mutant, "Authorization", KEY);
            assertThat(answer.statusCode())
                    .as("seed %s, mutant %s: %s", seed, i, answer.body())
                    .isIn(200, 400);
            assertThat(answer.headers().firstValue("content-type").orElse("")).startsWith("application/");
        }
    }

    private static String page(String user, String id) {
        return "{\"type\":\"page\",\"userId\":\"" + user + "\",\"messageId\":\"" + id + "-" + user + "\"}";
    }
}
