package io.perennial.recommendation.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.perennial.recommendation.Http;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Trainings of the service under test. */
final class Jobs {

    private final Http http;

    Jobs(int port) {
        this.http = new Http(port);
    }

    /** Asks for one; the path of its job. */
    String ask(String kind) {
        Http.Answer asked = http.post("/v1/recommendation-models/train?kind=" + kind, "");
        assertThat(asked.status()).isEqualTo(202);
        return "/v1/recommendation-models/jobs/" + asked.body().path("jobId").asString();
    }

    /** A job once it has ended. */
    JsonNode ended(String path) {
        await().atMost(Duration.ofSeconds(90))
                .until(() -> !List.of("queued", "running")
                        .contains(http.get(path).body().path("state").asString()));
        return http.get(path).body();
    }

    JsonNode trained(String kind) {
        return ended(ask(kind));
    }

    /** Waits for the JVM that trains and kills it. */
    static void killChild() {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> child().map(ProcessHandle::destroyForcibly).orElse(false));
    }

    /** By the program alone: of a command line this long the system hands out only a part. */
    private static Optional<ProcessHandle> child() {
        return ProcessHandle.current()
                .children()
                .filter(child -> child.info().command().orElse("").endsWith("java"))
                .findAny();
    }
}
