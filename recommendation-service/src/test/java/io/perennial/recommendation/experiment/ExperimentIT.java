package io.perennial.recommendation.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.perennial.common.event.CommerceEvent;
import io.perennial.common.event.Event;
import io.perennial.common.testkit.Events;
import io.perennial.recommendation.Http;
import io.perennial.recommendation.Tables;
import io.perennial.recommendation.WholeService;
import io.perennial.recommendation.attribution.Attribution;
import io.perennial.recommendation.attribution.AttributionBatch;
import java.time.Clock;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@WholeService
class ExperimentIT {

    private static final String ARMS = """
            "arms":[{"name":"as-it-is"},{"name":"popular-only","settings":{"personalWeight":0,"contextWeight":0}}]""";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Experiments experiments;

    @Autowired
    private Attribution attribution;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Clock clock;

    @BeforeEach
    @AfterEach
    void none() {
        Tables.empty(
                jdbc,
                "recommendation_experiment",
                "recommendation_outcome",
                "recommendation_day",
                "experiment_shopper");
        experiments.poll();
    }

    @Test
    void aRunningExperimentDealsOutArmsAndReportsWhatCameOfThem() {
        assertThat(put("taste", "running", "").status()).isEqualTo(200);
        Set<String> arms = new HashSet<>();
        for (int i = 0; i < 30; i++) {
            String id = id("userId", "u" + i);
            arms.add(said(id, "arm"));
            assertThat(said(id, "propensity")).isEqualTo("0.5");
            assertThat(said(id("userId", "u" + i), "arm")).isEqualTo(said(id, "arm"));
            click(id);
        }
        assertThat(arms).containsExactlyInAnyOrder("as-it-is", "popular-only");
        assertThat(said(id("limit", "1"), "experiment")).as("nobody known").isEmpty();
        Http.Answer report = http().get("/v1/experiments/taste/report");
        assertThat(report.body().path("code").asString()).isEqualTo("not-enough-data");
        assertThat(report.body().path("verdict").asString()).startsWith("not enough data: each arm needs at least 100");
        assertThat(report.body().path("validity").asString()).startsWith("always-valid");
        long shoppers = 0;
        for (var arm : report.body().path("arms")) {
            shoppers += arm.path("shoppers").asLong();
            assertThat(arm.path("clickRate").asDouble()).isEqualTo(1);
        }
        assertThat(shoppers).isEqualTo(30);
    }

    @Test
    void aBanditLearnsFromOutcomesAndReportsEstimates() {
        assertThat(put("taste", "running", "\"allocation\":\"thompson\",").status())
                .isEqualTo(200);
        for (int i = 0; i < 120; i++) {
            String id = id("limit", "1");
            if (said(id, "arm").equals("popular-only")) {
                click(id);
            } else {
                see(id);
            }
            if (i == 60) {
                experiments.poll();
            }
        }
        var report = http().get("/v1/experiments/taste/report").body();
        assertThat(report.path("verdict").asString()).startsWith("popular-only leads");
        var popular = report.path("bandit").path("arms").path(1);
        assertThat(popular.path("probabilityBest").asDouble()).isGreaterThan(0.99);
        assertThat(popular.path("snips").path("value").asDouble()).isEqualTo(1);
        experiments.poll();
        double propensity = Double.parseDouble(said(id("limit", "1"), "propensity"));
        assertThat(Math.min(propensity, 1 - propensity)).isCloseTo(0.005, within(1e-4));
    }

    @Test
    void whatRunsCanOnlyBeStoppedAndAPlacementHasOne() {
        assertThat(put("taste", "draft", "").status()).isEqualTo(200);
        assertThat(put("taste", "running", "\"holdOut\":0.2,").status()).isEqualTo(200);
        assertThat(put("taste", "running", "").status()).as("another hold-out").isEqualTo(409);
        assertThat(put("other", "running", "").body().path("detail").asString())
                .startsWith("experiment taste runs at placement home");
        assertThat(put("taste", "stopped", "\"holdOut\":0.2,").status()).isEqualTo(200);
        assertThat(put("taste", "running", "\"holdOut\":0.2,").status()).isEqualTo(409);
        assertThat(put("other", "running", "").status()).isEqualTo(200);
        var listed = http().get("/v1/experiments?limit=1").body();
        assertThat(listed.path("items").path(0).path("name").asString()).isEqualTo("other");
        var rest = http().get("/v1/experiments?cursor=" + listed.path("next").asString())
                .body();
        assertThat(rest.path("items").path(0).path("stoppedAt").asString()).isNotEmpty();
        assertThat(rest.path("items").path(0).has("salt")).isFalse();
    }

    @Test
    void whatMakesNoSenseIsAProblemThatNamesTheField() {
        assertProblem("{}", "arms");
        assertProblem("{\"placement\":\"home\",\"arms\":[{\"name\":\"a\"}]}", "arms");
        assertProblem("{\"placement\":\"nowhere\"," + ARMS + "}", "placement");
        assertProblem("{\"placement\":\"home\",\"metric\":\"luck\"," + ARMS + "}", "metric");
        assertProblem("{\"placement\":\"home\",\"holdOut\":1," + ARMS + "}", "holdOut");
        assertProblem("{\"placement\":\"home\",\"colour\":1," + ARMS + "}", "colour");
        assertProblem("{\"placement\":\"home\",\"guardrails\":[{}]," + ARMS + "}", "guardrails[0]");
        assertProblem("{\"placement\":\"home\",\"arms\":[{\"name\":\"a\"},{\"name\":\"a\"}]}", "arms[1].name");
        assertProblem(
                "{\"placement\":\"home\",\"arms\":[{\"name\":\"a\"},{\"name\":\"b\",\"settings\":{\"personalWeight\":-1}}]}",
                "arms[1].settings.personalWeight");
        assertProblem(
                "{\"placement\":\"home\",\"allocation\":\"thompson\",\"metric\":\"revenue-per-shopper\"," + ARMS + "}",
                "metric");
        assertThat(http().get("/v1/experiments/none").status()).isEqualTo(404);
        assertThat(http().put("/v1/experiments/UPPER", "{\"placement\":\"home\"," + ARMS + "}")
                        .status())
                .isEqualTo(400);
    }

    private void assertProblem(String body, String field) {
        Http.Answer answer = http().put("/v1/experiments/wrong", body);
        assertThat(answer.status()).as(body).isEqualTo(400);
        assertThat(answer.body().path("field").asString()).as(body).isEqualTo(field);
    }

    private Http.Answer put(String name, String state, String more) {
        return http().put(
                        "/v1/experiments/" + name,
                        "{\"placement\":\"home\",\"state\":\"" + state + "\"," + more + ARMS + "}");
    }

    private String id(String parameter, String value) {
        return http().recommend("home", parameter, value)
                .body()
                .path("recommendationId")
                .asString();
    }

    private String said(String id, String field) {
        return http().get("/v1/recommendations/" + id).body().path(field).asString("");
    }

    private void click(String id) {
        fold(Events.track("Product Clicked").with("product_id", "p").with("recommendation_id", id));
    }

    private void see(String id) {
        fold(Events.track("Product List Viewed").with("list_id", id));
    }

    private void fold(Events events) {
        Event event = events.by("u").at(clock.instant()).build();
        transaction.executeWithoutResult(status -> {
            AttributionBatch batch = attribution.batch();
            batch.add(event, Objects.requireNonNull(CommerceEvent.of(event)));
            attribution.record(batch);
        });
    }

    private Http http() {
        return new Http(port);
    }
}
