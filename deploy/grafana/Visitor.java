import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;

/**
 * A shopper of the demo shop, who orders once and looks around until Prometheus has seen the figures move; now and then at a
 * product nobody knows, and once without saying who it is, so that what counts faults counts one. Where no churn model is
 * published yet, has one trained first: without it there is nothing to score. Has the models looked after, too, since the
 * clock does so some hours after a start only.
 */
final class Visitor {

    private static final int PAGES = 6;
    private static final Duration PAUSE = Duration.ofSeconds(4);
    private static final Duration LONGEST_TRAINING = Duration.ofMinutes(3);

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Map<String, String> environment;

    Visitor(Map<String, String> environment) {
        this.environment = environment;
    }

    void visit() throws IOException, InterruptedException {
        URI churn = service("CHURN", "8084");
        trainWhereNoModelIs(churn.resolve("/v1/churn-models"));
        ask(asOperator(churn.resolve("/v1/churn/watch")).POST(BodyPublishers.noBody()));
        URI ingest = service("INGEST", "8081").resolve("/v1/track");
        track(ingest, """
                {"userId":"dashboard-check","event":"Order Completed","properties":{"order_id":"check-%d","currency":"GBP",
                 "products":[{"product_id":"check-1","quantity":1,"price":1}]}}
                """.formatted(System.currentTimeMillis()));
        URI answers = service("RECOMMENDATION", "8083");
        for (int page = 1; page <= PAGES; page++) {
            String who = page == 1 ? "" : "\"userId\":\"dashboard-check\",";
            track(ingest, "{" + who + "\"event\":\"Product Viewed\",\"properties\":{\"product_id\":\"check-1\"}}");
            recommend(answers, "placement=home&userId=dashboard-check");
            recommend(answers, "placement=product&userId=dashboard-check&productId=nobody-knows");
            Thread.sleep(PAUSE);
        }
    }

    private void trainWhereNoModelIs(URI models) throws IOException, InterruptedException {
        if (ask(asOperator(models)).body().contains("\"published\":true")) {
            return;
        }
        HttpResponse<String> job = ask(asOperator(URI.create(models + "/train"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}")));
        URI state = models.resolve(job.headers().firstValue("Location").orElseThrow());
        long until = System.nanoTime() + LONGEST_TRAINING.toNanos();
        while (!ask(asOperator(state)).body().contains("\"finishedAt\":\"")) {
            if (System.nanoTime() > until) {
                throw new IOException("The training " + state + " has not ended within " + LONGEST_TRAINING.toMinutes() + " minutes");
            }
            Thread.sleep(Duration.ofSeconds(1));
        }
    }

    private static HttpRequest.Builder asOperator(URI address) {
        return HttpRequest.newBuilder(address).header("Authorization", "Bearer demo-api-key");
    }

    private void track(URI ingest, String event) throws IOException, InterruptedException {
        String key = Base64.getEncoder().encodeToString("demo-write-key:".getBytes(StandardCharsets.UTF_8));
        ask(HttpRequest.newBuilder(ingest).header("Authorization", "Basic " + key).POST(BodyPublishers.ofString(event)));
    }

    private void recommend(URI service, String query) throws IOException, InterruptedException {
        URI address = service.resolve("/v1/recommendations?" + query);
        ask(asOperator(address));
    }

    private URI service(String name, String usual) {
        return URI.create("http://localhost:" + environment.getOrDefault("PERENNIAL_PORT_" + name, usual));
    }

    private HttpResponse<String> ask(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                http.send(request.timeout(Duration.ofSeconds(20)).build(), BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException("The visit failed: " + answer.uri() + " answers " + answer.statusCode() + " " + answer.body());
        }
        return answer;
    }
}
