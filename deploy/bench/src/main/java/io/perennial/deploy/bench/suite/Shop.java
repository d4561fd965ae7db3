package io.perennial.deploy.bench.suite;

import io.perennial.deploy.bench.report.CannotMeasure;
import io.perennial.deploy.local.Suite;
import io.perennial.deploy.local.service.Service;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** The suite as a shop sees it: what it sends, and what it asks for. */
public final class Shop {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** The demo's own, as a header. */
    public static final String API_KEY = "Bearer demo-api-key";

    private static final Duration TRAINING = Duration.ofMinutes(20);
    /** {@code demo-write-key:} as HTTP Basic. */
    private static final String WRITE_KEY = "Basic ZGVtby13cml0ZS1rZXk6";

    private final Suite suite;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();

    public Shop(Suite suite) {
        this.suite = suite;
    }

    Suite suite() {
        return suite;
    }

    /** Sends an event or a batch, and makes sure that it was taken. */
    void collect(String call, String body) {
        var answer =
                send(Service.INGEST, "/v1/" + call, WRITE_KEY, request -> request.POST(BodyPublishers.ofString(body)));
        if (answer.path("accepted").asInt() < 1) {
            throw new CannotMeasure("ingest did not take " + body + ": " + answer);
        }
    }

    /** Has a churn model trained, and everybody scored by it. */
    public void trainAndScore() {
        trainChurn();
        Waiting.until(
                "everybody is scored",
                TRAINING,
                () -> !get(Service.CHURN, "/v1/churn-models")
                        .at("/items/0/scoredAt")
                        .asString("")
                        .isEmpty());
    }

    /** Has a churn model trained; it may be refused. */
    public void trainChurn() {
        var job = post(Service.CHURN, "/v1/churn-models/train").path("id").asString("");
        Waiting.until(
                "a churn model is trained",
                TRAINING,
                () -> List.of("published", "refused", "failed")
                        .contains(get(Service.CHURN, "/v1/churn-models/jobs/" + job)
                                .path("state")
                                .asString("")));
    }

    /** Has recommendation models trained on what is known now. */
    public void trainRecommendations() {
        var job = trained("models");
        if (!job.path("state").asString("").equals("succeeded")) {
            throw new CannotMeasure("the training of recommendation models: " + job);
        }
    }

    /** Has a blend trained on what is known now; says what came of it, which may be nothing. */
    public String trainBlend() {
        return trained("blend").path("detail").asString("");
    }

    private JsonNode trained(String kind) {
        var jobs = "/v1/recommendation-models/jobs/";
        var path = jobs
                + post(Service.RECOMMENDATION, "/v1/recommendation-models/train?kind=" + kind)
                        .path("jobId")
                        .asString("");
        Waiting.until(
                "a training of " + kind,
                TRAINING,
                () -> List.of("succeeded", "refused", "failed")
                        .contains(
                                get(Service.RECOMMENDATION, path).path("state").asString("")));
        return get(Service.RECOMMENDATION, path);
    }

    /** Lays products, as JSON objects, over the catalogue, and makes sure that all were taken. */
    public void feed(List<String> products) {
        var body = "{\"products\":[" + String.join(",", products) + "]}";
        var answer = send(
                Service.RECOMMENDATION, "/v1/products", API_KEY, request -> request.PUT(BodyPublishers.ofString(body)));
        if (answer.path("accepted").asInt() < products.size()) {
            throw new CannotMeasure("recommendation-service did not take all products: " + answer);
        }
    }

    JsonNode get(Service service, String path) {
        return send(service, path, API_KEY, HttpRequest.Builder::GET);
    }

    JsonNode post(Service service, String path) {
        return send(service, path, API_KEY, request -> request.POST(BodyPublishers.ofString("{}")));
    }

    private JsonNode send(Service service, String path, String authorization, Consumer<HttpRequest.Builder> method) {
        var request = HttpRequest.newBuilder(suite.url(service).resolve(path))
                .timeout(PATIENCE)
                .header("Authorization", authorization)
                .header("Content-Type", "application/json");
        method.accept(request);
        try {
            return JsonMapper.shared()
                    .readTree(
                            http.send(request.build(), BodyHandlers.ofString()).body());
        } catch (JacksonException none) {
            return MissingNode.getInstance();
        } catch (IOException e) {
            throw new CannotMeasure(service.module() + " does not answer: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotMeasure("interrupted", e);
        }
    }
}
