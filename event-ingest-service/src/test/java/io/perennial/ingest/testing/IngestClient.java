package io.perennial.ingest.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;

/** Sends what a client sends, byte for byte. */
public final class IngestClient {

    public static final String SERVER_KEY = "demo-write-key";
    public static final String BROWSER_KEY = "demo-browser-key";

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;

    public IngestClient(int port) {
        this.base = "http://localhost:" + port;
    }

    /** A batch of these messages by Basic authentication with the server's key. */
    public HttpResponse<String> batch(String... messages) {
        return post("/v1/batch", "{\"batch\":[" + String.join(",", messages) + "]}");
    }

    /** JSON by Basic authentication with the server's key. */
    public HttpResponse<String> post(String path, String body) {
        return post(path, bytes(body), "Authorization", basic(SERVER_KEY + ":"), "Content-Type", "application/json");
    }

    public HttpResponse<String> post(String path, byte[] body, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).POST(BodyPublishers.ofByteArray(body));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    public HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    public HttpResponse<String> options(String path, String... headers) {
        return send(HttpRequest.newBuilder(URI.create(base + path))
                .method("OPTIONS", BodyPublishers.noBody())
                .headers(headers));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    public static String basic(String credentials) {
        return "Basic " + Base64.getEncoder().encodeToString(bytes(credentials));
    }

    public static byte[] gzip(String text) {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
