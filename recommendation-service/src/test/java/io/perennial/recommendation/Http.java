package io.perennial.recommendation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the service under test as a shop would. */
public final class Http {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String base;

    public Http(int port) {
        this.base = "http://localhost:" + port;
    }

    /** A status and a body. */
    public record Answer(int status, JsonNode body) {

        /** The product ids of a recommendation, in order. */
        public List<String> products() {
            List<String> products = new ArrayList<>();
            body.path("items")
                    .forEach(item -> products.add(item.path("productId").asString()));
            return products;
        }

        /** The reason of an item. */
        public String reason(String productId) {
            for (JsonNode item : body.path("items")) {
                if (item.path("productId").asString().equals(productId)) {
                    return item.path("reason").asString();
                }
            }
            throw new AssertionError(productId + " is not in " + body);
        }

        public String strategy() {
            return body.path("strategy").asString();
        }
    }

    public Answer get(String path) {
        return send(HttpRequest.newBuilder().GET(), path);
    }

    /** A recommendation; parameters as {@code "userId", "u1", …}. */
    public Answer recommend(String placement, String... parameters) {
        StringBuilder path = new StringBuilder("/v1/recommendations?placement=").append(placement);
        for (int i = 0; i < parameters.length; i += 2) {
            path.append('&')
                    .append(parameters[i])
                    .append('=')
                    .append(URLEncoder.encode(parameters[i + 1], StandardCharsets.UTF_8));
        }
        return get(path.toString());
    }

    public Answer post(String path, String body) {
        return send(HttpRequest.newBuilder().POST(HttpRequest.BodyPublishers.ofString(body)), path);
    }

    public Answer put(String path, String body) {
        return send(HttpRequest.newBuilder().PUT(HttpRequest.BodyPublishers.ofString(body)), path);
    }

    /** A body that is no JSON. */
    public String text(String path) {
        return exchange(HttpRequest.newBuilder().GET(), path).body();
    }

    private Answer send(HttpRequest.Builder request, String path) {
        HttpResponse<String> response = exchange(request, path);
        String body = response.body();
        return new Answer(response.statusCode(), JSON.readTree(body.isEmpty() ? "null" : body));
    }

    private HttpResponse<String> exchange(HttpRequest.Builder request, String path) {
        try {
            return CLIENT.send(
                    request.uri(URI.create(base + path))
                            .header("Authorization", "Bearer demo-api-key")
                            .header("Content-Type", "application/json")
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
