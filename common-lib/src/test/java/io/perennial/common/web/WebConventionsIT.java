package io.perennial.common.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.perennial.common.testkit.WithInfrastructure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

@WithInfrastructure
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "management.server.port=0")
@ActiveProfiles("local")
class WebConventionsIT {

    @LocalServerPort
    private int port;

    @LocalManagementPort
    private int managementPort;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void withoutAKeyEverythingButThePublicIsRefused() throws Exception {
        assertThat(get("/v1/things", null).statusCode()).isEqualTo(401);
        assertThat(get("/v1/things", "wrong").statusCode()).isEqualTo(401);
        assertThat(get("/v1/things", null).body()).contains("urn:perennial:problem:unauthorized");
        assertThat(get("/open/hello", null).body()).isEqualTo("hello");
    }

    @Test
    void theDemoKeyHasEveryScopeThatExists() throws Exception {
        assertThat(get("/v1/things", "demo-api-key").statusCode()).isEqualTo(200);

        HttpResponse<String> forbidden = get("/v1/secrets", "demo-api-key");

        assertThat(forbidden.statusCode()).isEqualTo(403);
        assertThat(forbidden.body()).contains("urn:perennial:problem:forbidden");
    }

    @Test
    void aControllerIsToldWhoseKeyItIsAndTheNextRequestIsNobodys() throws Exception {
        assertThat(get("/v1/caller", "demo-api-key").body()).isEqualTo("demo");
        assertThat(get("/v1/caller", null).statusCode()).isEqualTo(401);
    }

    @Test
    void everyAnswerForbidsToKeepOrFrameIt() throws Exception {
        for (String path : List.of("/v1/things", "/v1/nowhere", "/open/hello")) {
            assertThat(get(path, "demo-api-key").headers().map())
                    .as(path)
                    .containsEntry("cache-control", List.of("no-cache, no-store, max-age=0, must-revalidate"))
                    .containsEntry("x-content-type-options", List.of("nosniff"))
                    .containsEntry("x-frame-options", List.of("DENY"));
        }
    }

    @Test
    void aProblemNamesTheFieldAndTheFix() throws Exception {
        HttpResponse<String> missing = get("/v1/things/7", "demo-api-key");

        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(missing.headers().firstValue("content-type").orElse("")).isEqualTo("application/problem+json");
        assertThat(missing.body())
                .contains("\"type\":\"urn:perennial:problem:thing-not-found\"")
                .contains("No thing has the id 7")
                .contains("\"field\":\"id\"");
        assertThat(get("/v1/things?limit=0", "demo-api-key").body()).contains("limit must be from 1 to 100; it is 0");
        assertThat(get("/v1/things?limit=many", "demo-api-key").body()).contains("limit must be integer");
    }

    @Test
    void whatTheFrameworkRefusesIsATypedProblemToo() throws Exception {
        HttpResponse<String> nowhere = get("/v1/nowhere", "demo-api-key");
        assertThat(nowhere.statusCode()).isEqualTo(404);
        assertThat(nowhere.body())
                .contains("\"type\":\"urn:perennial:problem:not-found\"")
                .contains("There is no /v1/nowhere here");
        HttpResponse<String> deletion = http.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/v1/things"))
                        .header("Authorization", "Bearer demo-api-key")
                        .DELETE()
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(deletion.statusCode()).isEqualTo(405);
        assertThat(deletion.body())
                .contains("\"type\":\"urn:perennial:problem:method-not-allowed\"")
                .contains("DELETE is not possible here; possible: GET");
    }

    @Test
    void theUnexpectedIsAProblemThatTellsNothingInside() throws Exception {
        HttpResponse<String> broken = get("/v1/things/broken", "demo-api-key");

        assertThat(broken.statusCode()).isEqualTo(500);
        assertThat(broken.body())
                .contains("urn:perennial:problem:internal-error")
                .contains("traceId")
                .doesNotContain("IllegalState");
    }

    @Test
    void openApiIsPublic() throws Exception {
        assertThat(get("/v3/api-docs", null).body()).contains("\"openapi\":\"3.1");
    }

    @Test
    void healthAndMetricsNeedNoKeyOnTheirOwnPort() throws Exception {
        assertThat(get(managementPort, "/actuator/health/readiness", null).statusCode())
                .isEqualTo(200);
        assertThat(get(managementPort, "/actuator/prometheus", null).body()).contains("stream_outbox_pending");
        assertThat(get(managementPort, "/actuator/env", null).statusCode())
                .as("what is not exposed")
                .isEqualTo(401);
    }

    private HttpResponse<String> get(String path, @Nullable String key) throws IOException, InterruptedException {
        return get(port, path, key);
    }

    private HttpResponse<String> get(int port, String path, @Nullable String key)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        if (key != null) {
            request.header("Authorization", "Bearer " + key);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
