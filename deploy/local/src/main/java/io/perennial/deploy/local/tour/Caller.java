package io.perennial.deploy.local.tour;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Sends the tour's requests. */
final class Caller {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final JsonMapper mapper = JsonMapper.shared();

    /** Never throws for what a server does or does not do: that is shown. */
    Answer send(Call call) {
        var request = HttpRequest.newBuilder(call.uri()).timeout(PATIENCE);
        if (!call.authorization().isEmpty()) {
            request.header("Authorization", call.authorization());
        }
        if (!call.body().isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        request.method(
                call.method(),
                call.body().isEmpty()
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(call.body()));
        try {
            var response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            var location = response.headers().firstValue("Location").orElse("");
            return new Answer(response.statusCode(), response.body(), parse(response.body()), location);
        } catch (IOException e) {
            return Answer.none("no answer: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Answer.none("interrupted");
        }
    }

    private JsonNode parse(String text) {
        try {
            return text.isBlank() ? MissingNode.getInstance() : mapper.readTree(text);
        } catch (JacksonException notJson) {
            return MissingNode.getInstance();
        }
    }
}
