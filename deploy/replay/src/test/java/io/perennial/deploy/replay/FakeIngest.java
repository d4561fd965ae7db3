package io.perennial.deploy.replay;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** An ingest as far as a client can tell: it keeps what it is sent, knows duplicates, and fails where it is told to. */
public final class FakeIngest implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, JsonNode> accepted = new LinkedHashMap<>();
    private final Queue<Reply> replies = new ArrayDeque<>();
    private final List<Request> requests = new ArrayList<>();
    private Predicate<JsonNode> invalid = message -> false;
    private int limit = Integer.MAX_VALUE;

    /** What a request looked like. */
    public record Request(String method, String path, Map<String, List<String>> headers, int bytes, JsonNode body) {}

    /** An answer given instead of a verdict; with {@code taken} the messages were taken all the same. */
    public record Reply(int status, Map<String, String> headers, String body, boolean taken) {

        public static Reply of(int status) {
            return new Reply(status, Map.of(), "", false);
        }

        public static Reply lost() {
            return new Reply(503, Map.of(), "", true);
        }
    }

    private FakeIngest(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    public static FakeIngest start() throws IOException {
        return new FakeIngest(0);
    }

    public static FakeIngest startAt(int port) throws IOException {
        return new FakeIngest(port);
    }

    public URI url() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    public synchronized void replyFirst(Reply... first) {
        replies.addAll(List.of(first));
    }

    public synchronized void reject(Predicate<JsonNode> messages) {
        invalid = messages;
    }

    public synchronized void refuseBodiesOver(int bytes) {
        limit = bytes;
    }

    public synchronized List<JsonNode> accepted() {
        return List.copyOf(accepted.values());
    }

    public synchronized List<Request> requests() {
        return List.copyOf(requests);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            Reply reply = reply(exchange, body);
            reply.headers.forEach(exchange.getResponseHeaders()::set);
            byte[] bytes = reply.body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(reply.status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private synchronized Reply reply(HttpExchange exchange, byte[] body) {
        boolean gzip = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
        JsonNode json = JSON.readTree(gzip ? inflated(body) : body);
        requests.add(new Request(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                new LinkedHashMap<>(exchange.getRequestHeaders()),
                body.length,
                json));
        Reply first = replies.poll();
        if (first != null) {
            if (first.taken) {
                verdict(json);
            }
            return first;
        }
        return body.length > limit ? Reply.of(413) : new Reply(200, Map.of(), verdict(json), false);
    }

    private String verdict(JsonNode body) {
        int taken = 0;
        int known = 0;
        int index = 0;
        ObjectNode answer = JSON.createObjectNode().put("success", true);
        ArrayNode rejected = answer.putArray("rejected");
        for (JsonNode message : body.get("batch")) {
            String id = message.get("messageId").asString();
            if (invalid.test(message)) {
                rejected.addObject()
                        .put("index", index)
                        .put("messageId", id)
                        .put("code", "invalid")
                        .put("detail", "no");
            } else if (accepted.putIfAbsent(id, message) == null) {
                taken++;
            } else {
                known++;
            }
            index++;
        }
        return answer.put("accepted", taken).put("duplicates", known).toString();
    }

    private static byte[] inflated(byte[] body) {
        try (InputStream in = new GZIPInputStream(new java.io.ByteArrayInputStream(body))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
