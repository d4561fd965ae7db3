package io.perennial.ingest.collect;

import static io.perennial.ingest.testing.IngestClient.basic;
import static io.perennial.ingest.testing.IngestClient.bytes;
import static io.perennial.ingest.testing.IngestClient.gzip;
import static org.assertj.core.api.Assertions.assertThat;

import io.perennial.common.event.Event;
import io.perennial.common.event.EventType;
import io.perennial.common.event.Trust;
import io.perennial.ingest.testing.Accepted;
import io.perennial.ingest.testing.IngestClient;
import io.perennial.ingest.testing.WithIngest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Requests as the published clients build them, header by header (WIRE.md §1). */
@WithIngest
class ClientsIT {

    private static final String ACCEPTED = "{\"success\":true,\"accepted\":1,\"duplicates\":0,\"rejected\":[]}";

    @LocalServerPort
    private int port;

    private final String user = "u-" + UUID.randomUUID();
    private IngestClient client = new IngestClient(0);

    @BeforeEach
    void connect() {
        client = new IngestClient(port);
    }

    @Test
    void analyticsNode3() {
        var answer = client.post(
                "/v1/batch",
                bytes("""
                        {"batch":[{"userId":"%1$s","event":"Product Viewed","properties":{"product_id":"p1","price":9.99},
                        "context":{"library":{"name":"@segment/analytics-node","version":"3.1.0"}},"integrations":{},
                        "timestamp":"%2$s","messageId":"node-next-1700000000000-%1$s","type":"track",
                        "_metadata":{"nodeVersion":"22.0.0","jsRuntime":"node"}}],
                        "writeKey":"demo-write-key","sentAt":"%3$s"}""".formatted(user, Instant.now().minusSeconds(9), Instant.now())),
                "Content-Type",
                "application/json",
                "User-Agent",
                "analytics-node-next/latest",
                "Authorization",
                basic("demo-write-key:"));
        Event event = accepted(answer);
        assertThat(event.trust()).isEqualTo(Trust.SERVER);
        assertThat(event.context().attributes("library").text("version")).isEqualTo("3.1.0");
        assertThat(Duration.between(event.timestamp(), event.receivedAt()))
                .isBetween(Duration.ofMillis(8500), Duration.ofMillis(9500));
    }

    @Test
    void analyticsNode2SendsTheKeyInTheBodyOnly() {
        var answer = client.post(
                "/v1/batch",
                bytes("{\"batch\":[{\"userId\":\"" + user
                        + "\",\"type\":\"identify\",\"traits\":{\"email\":\"a@example.org\"},"
                        + "\"timestamp\":\"" + Instant.now() + "\",\"messageId\":\"n2-" + user
                        + "\"}],\"writeKey\":\"demo-write-key\",\"sentAt\":\"" + Instant.now() + "\"}"),
                "Content-Type",
                "application/json");
        assertThat(accepted(answer).personal().email()).isEqualTo("a@example.org");
    }

    @Test
    void rudderSendsGzipAsAForm() {
        Instant wrong = Instant.parse("2001-01-01T00:00:00Z");
        var answer = client.post(
                "/v1/batch",
                gzip("""
                        {"batch":[{"userId":"%1$s","traits":{"name":"Ada","plan":"gold"},
                        "context":{"traits":{"name":"Ada","plan":"gold"},"library":{"name":"analytics-node","version":"3.0.13"}},
                        "type":"identify","channel":"server","_metadata":{"nodeVersion":"22.0.0"},
                        "originalTimestamp":"%2$s","messageId":"%1$s","sentAt":"%3$s"}],
                        "timestamp":"%3$s","sentAt":"%3$s"}""".formatted(user, wrong.minusSeconds(20), wrong)),
                "Accept",
                "application/json, text/plain, */*",
                "Content-Type",
                "application/x-www-form-urlencoded",
                "Content-Encoding",
                "gzip",
                "user-agent",
                "analytics-node/3.0.13",
                "Authorization",
                basic("demo-write-key:"));
        Event event = accepted(answer);
        assertThat(event.type()).isEqualTo(EventType.IDENTIFY);
        assertThat(event.traits().text("plan")).isEqualTo("gold");
        assertThat(event.personal().values().text("name")).isEqualTo("Ada");
        assertThat(event.timestamp()).isEqualTo(event.receivedAt().minusSeconds(20));
        assertThat(event.originalTimestamp()).isEqualTo(wrong.minusSeconds(20));
    }

    @Test
    void rudderKeepsACallersTimestamp() {
        var answer = client.post(
                "/v1/batch",
                gzip("{\"batch\":[{\"userId\":\"" + user + "\",\"event\":\"E\",\"type\":\"track\",\"messageId\":\""
                        + user
                        + "\",\"timestamp\":\"2011-12-09T12:50:00.000Z\",\"originalTimestamp\":\"" + Instant.now()
                        + "\",\"sentAt\":\"" + Instant.now() + "\"}],\"sentAt\":\"" + Instant.now() + "\"}"),
                "Content-Type",
                "application/x-www-form-urlencoded",
                "Content-Encoding",
                "gzip",
                "Authorization",
                basic("demo-write-key:"));
        assertThat(accepted(answer).timestamp()).isEqualTo("2011-12-09T12:50:00Z");
    }

    @Test
    void analyticsJavaPostsToImportWithTheKeyInTheBody() {
        var answer = client.post(
                "/v1/import/",
                bytes("""
                        {"batch":[{"messageId":"%1$s","type":"track","timestamp":"%2$s","userId":"%1$s",
                        "event":"Order Completed","properties":{"order_id":"o-7","total":20,"shipping":5}}],
                        "sentAt":"%2$s","context":{"library":{"name":"analytics-java","version":"3.5.4"}},
                        "sequence":1,"writeKey":"demo-write-key"}""".formatted(user, Instant.now())),
                "Content-Type",
                "application/json; charset=UTF-8",
                "User-Agent",
                "analytics-java/3.5.4");
        Event event = accepted(answer);
        assertThat(event.context().attributes("library").text("name")).isEqualTo("analytics-java");
        assertThat(event.base()).isNotNull();
        assertThat(event.base().amount()).isEqualByComparingTo("15");
    }

    @Test
    void theBrowserPostsTextFromAnotherOrigin() {
        var answer = client.post(
                "/v1/p",
                bytes("""
                        {"timestamp":"%2$s","integrations":{"Segment.io":true},"type":"page","properties":{"path":"/","title":"Shop"},
                        "context":{"page":{"path":"/"},"userAgent":"Mozilla/5.0","locale":"de"},"messageId":"ajs-next-%1$s",
                        "anonymousId":"%1$s","userId":null,"writeKey":"demo-browser-key","sentAt":"%2$s",
                        "_metadata":{"bundled":["Segment.io"],"unbundled":[],"bundledIds":[]}}""".formatted(user, Instant.now())),
                "Content-Type",
                "text/plain",
                "Origin",
                "https://shop.example");
        assertThat(answer.headers().firstValue("access-control-allow-origin")).isPresent();
        Event event = accepted(answer);
        assertThat(event.trust()).isEqualTo(Trust.BROWSER);
        assertThat(event.anonymousId()).isEqualTo(user);
    }

    @Test
    void aBeaconSendsABatchWithTheKeyInTheQuery() {
        var answer = client.post(
                "/v1/b?writeKey=demo-browser-key",
                bytes("{\"batch\":[{\"type\":\"page\",\"anonymousId\":\"" + user + "\",\"messageId\":\"" + user
                        + "\"}]}"),
                "Content-Type",
                "text/plain;charset=UTF-8");
        assertThat(accepted(answer).trust()).isEqualTo(Trust.BROWSER);
    }

    @Test
    void aFormThatIsNoGzipIsReadRaw() {
        var answer = client.post(
                "/v1/track?writeKey=demo-write-key",
                bytes("{\"userId\":\"" + user + "\",\"event\":\"a=b&c=%41\",\"messageId\":\"" + user + "\"}"),
                "Content-Type",
                "application/x-www-form-urlencoded");
        assertThat(accepted(answer).name()).isEqualTo("a=b&c=%41");
    }

    @Test
    void aMultipartContentTypeIsIgnoredAsAnyOther() {
        var answer = client.post(
                "/v1/track?writeKey=demo-write-key",
                bytes("{\"userId\":\"" + user + "\",\"event\":\"E\",\"messageId\":\"" + user + "\"}"),
                "Content-Type",
                "multipart/form-data; boundary=x");
        assertThat(accepted(answer).name()).isEqualTo("E");
    }

    private Event accepted(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(ACCEPTED);
        return Accepted.only(user);
    }
}
