package io.perennial.deploy.e2e;

import io.perennial.deploy.local.Suite;
import io.perennial.deploy.local.service.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** The suite as a shop and an operator see it: five addresses, a write key and an API key. */
record RunningSuite(Suite suite, HttpClient http) {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String API_KEY = "Bearer demo-api-key";
    private static final int PAGE = 500;

    RunningSuite(Suite suite) {
        this(suite, HttpClient.newBuilder().connectTimeout(PATIENCE).build());
    }

    Answer get(Service service, String path) {
        return send(service, "GET", path, API_KEY, "");
    }

    Answer post(Service service, String path, String body) {
        return send(service, "POST", path, API_KEY, body);
    }

    Answer put(Service service, String path, String body) {
        return send(service, "PUT", path, API_KEY, body);
    }

    /** A call of the shop's, with its write key. */
    Answer collect(String call, String body) {
        return collect("demo-write-key", call, body);
    }

    Answer collect(String writeKey, String call, String body) {
        return send(Service.INGEST, "POST", "/v1/" + call, basic(writeKey), body);
    }

    Answer send(Service service, String method, String path, String authorization, String body) {
        return send(suite.url(service).resolve(path), method, authorization, body);
    }

    /** Of the mail server. */
    Answer mail(String path) {
        return send(suite.mailUrl().resolve(path), "GET", "", "");
    }

    /** All pages of a list. */
    List<JsonNode> all(Service service, String path) {
        var items = new ArrayList<JsonNode>();
        var cursor = "";
        do {
            var page = get(service, path + "&limit=" + PAGE + cursor).expect(200);
            items.addAll(page.list("items"));
            var next = page.text("next");
            cursor = next.isEmpty() ? "" : "&cursor=" + next;
        } while (!cursor.isEmpty());
        return items;
    }

    /** A counter or gauge of a service, all its series with this label added up; 0 while there are none. */
    double metric(Service service, String name, String label) {
        var text = send(suite.managementUrl(service).resolve("/actuator/prometheus"), "GET", API_KEY, "")
                .expect(200)
                .text();
        return text.lines()
                .filter(line -> line.startsWith(name + "{") && line.contains(label))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private Answer send(URI uri, String method, String authorization, String body) {
        var request = HttpRequest.newBuilder(uri)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        try {
            var response = http.send(request.build(), BodyHandlers.ofString());
            return new Answer(
                    method + " " + uri,
                    response.statusCode(),
                    response.body(),
                    parse(response.body()),
                    response.headers().firstValue("Location").orElse(""));
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + uri, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode parse(String text) {
        try {
            return text.isBlank()
                    ? MissingNode.getInstance()
                    : JsonMapper.shared().readTree(text);
        } catch (JacksonException notJson) {
            return MissingNode.getInstance();
        }
    }

    private static String basic(String writeKey) {
        return "Basic " + Base64.getEncoder().encodeToString((writeKey + ":").getBytes(StandardCharsets.UTF_8));
    }
}
