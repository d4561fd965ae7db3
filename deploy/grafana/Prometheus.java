import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The questions we have for Prometheus, over its HTTP API. */
final class Prometheus {

    private static final Duration STEP = Duration.ofSeconds(15);
    private static final Pattern NO_METRIC =
            Pattern.compile("\\{[^}]*}|\"[^\"]*\"|\\[[^]]*]|\\b(?:by|without|on|ignoring|group_left|group_right)\\s*\\([^)]*\\)");
    private static final Pattern NAME = Pattern.compile("\\b([a-zA-Z_:][a-zA-Z0-9_:]*)\\b(?!\\s*\\()");
    private static final Set<String> WORDS = Set.of("or", "and", "unless", "bool", "offset", "by", "without", "on", "ignoring");

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final URI base;
    private final Duration window;

    Prometheus(URI base, Duration window) {
        this.base = base;
        this.window = window;
    }

    /** Why a panel with this query would stay empty over the window; empty where it would not. */
    String complaint(String query) throws IOException, InterruptedException {
        Object answer = range(substituted(query));
        if (!Json.text(Json.member(answer, "status")).equals("success")) {
            return Json.text(Json.member(answer, "error"));
        }
        List<?> series = Json.list(Json.member(Json.member(answer, "data"), "result"));
        if (series.isEmpty()) {
            return "no series";
        }
        boolean number = series.stream()
                .flatMap(one -> Json.list(Json.member(one, "values")).stream())
                .map(sample -> Json.text(Json.list(sample).get(1)))
                .anyMatch(value -> !value.equals("NaN") && !value.endsWith("Inf"));
        return number ? "" : "no number, only NaN: nothing of the kind happened";
    }

    /** Metrics with a sample in the window. */
    Set<String> metrics() throws IOException, InterruptedException {
        Object answer = get("/api/v1/label/__name__/values?" + times());
        return Json.list(Json.member(answer, "data")).stream().map(Json::text).collect(Collectors.toSet());
    }

    /** The metrics a query reads. */
    static Set<String> metricsOf(String query) {
        return NAME.matcher(NO_METRIC.matcher(query).replaceAll(" "))
                .results()
                .map(name -> name.group(1))
                .filter(name -> !WORDS.contains(name))
                .collect(Collectors.toSet());
    }

    /** As Grafana would fill in its own variables at this step; a dashboard's own stand for everything. */
    private String substituted(String query) {
        return query.replaceAll("\\$(__rate_interval|__interval|\\{__rate_interval}|\\{__interval})", "1m")
                .replaceAll("\\$(__range|\\{__range})", window.toSeconds() + "s")
                .replaceAll("\\$(\\{\\w+(:\\w+)?}|\\w+)", Matcher.quoteReplacement(".*"));
    }

    private Object range(String query) throws IOException, InterruptedException {
        return get("/api/v1/query_range?" + times() + "&step=" + STEP.toSeconds() + "&query="
                + URLEncoder.encode(query, StandardCharsets.UTF_8));
    }

    private String times() {
        Instant now = Instant.now();
        return "start=" + now.minus(window).getEpochSecond() + "&end=" + now.getEpochSecond();
    }

    private Object get(String path) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(30)).build();
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        try {
            Object answer = Json.read(response.body());
            if (!Json.text(Json.member(answer, "status")).isEmpty()) { // "success", or "error" with its cause
                return answer;
            }
        } catch (IllegalArgumentException e) {
            // not even JSON: told below
        }
        throw new IOException(base + " is no Prometheus: it answers " + response.statusCode() + " " + response.body());
    }
}
