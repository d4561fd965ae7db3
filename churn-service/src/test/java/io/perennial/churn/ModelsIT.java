package io.perennial.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Models: made on demand, taken over, refused; and what is answered before there is one. */
class ModelsIT extends DemoShopSuite {

    @Test
    void beforeAnyModelTheAnswerSaysWhatToDo() {
        Api.Answer answer = api().get("/v1/churn/u1");
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.type()).isEqualTo("urn:perennial:problem:no-model");
        assertThat(answer.body().path("detail").asString()).contains("POST /v1/churn-models/train");
        assertThat(api().get("/v1/churn-models").body().path("items")).isEmpty();
        await().atMost(SOON).untilAsserted(() -> {
            jdbc.sql("delete from churn_score").update(); // of an earlier test's model, which may still have been at it
            assertThat(api().get("/v1/churn").body().path("items")).isEmpty();
        });
    }

    @Test
    void eventsBecomeAModelScoresReasonsAndStates() {
        String model = train();

        JsonNode report = api().get("/v1/churn-models").body().path("items").get(0);
        assertThat(report.path("id").asString()).isEqualTo(model);
        assertThat(report.path("published").asBoolean()).isTrue();
        assertThat(report.at("/report/auc/value").asDouble()).isGreaterThan(0.7);
        assertThat(report.at("/report/auc/low").asDouble())
                .isLessThan(report.at("/report/auc/high").asDouble());
        assertThat(report.at("/provenance/horizonDays").asInt()).isEqualTo(30);

        assertThat(report.at("/report/measures/prAuc/value").asDouble()).isPositive();
        assertThat(report.at("/report/challengers")).hasSize(2);
        assertThat(report.at("/report/challengers/0/importance")).isNotEmpty();
        assertThat(api().page("/v1/churn-models/" + model + "/report"))
                .contains("<svg", "PR-AUC", "random forest", model);
        assertThat(api().get("/v1/churn-models/none/report").status()).isEqualTo(404);

        JsonNode answer = api().get("/v1/churn/u1").body();
        assertThat(answer.path("userId").asString()).isEqualTo("u1");
        assertThat(answer.at("/model/id").asString()).isEqualTo(model);
        double sum = answer.path("baseline").asDouble();
        for (JsonNode reason : answer.path("reasons")) {
            sum += reason.path("contribution").asDouble();
        }
        assertThat(sum).isCloseTo(answer.path("logOdds").asDouble(), within(1e-9));
        assertThat(1 / (1 + Math.exp(-sum)))
                .isCloseTo(answer.path("probability").asDouble(), within(1e-9));

        awaitScored(model);
        assertThat(state("u1")).satisfies(state -> {
            assertThat(state.cause()).isEqualTo("model");
            assertThat(state.model()).isEqualTo(model);
            assertThat(state.probability()).isCloseTo(answer.path("probability").asDouble(), within(1e-3));
            assertThat(state.reasons()).hasSize(5);
        });
    }

    @Test
    void tooLittleDataIsRefusedWithTheReason() {
        JsonNode job = finished(api().post("/v1/churn-models/train", "{\"asOf\":\"2020-01-01T00:00:00Z\"}"));
        assertThat(job.path("state").asString()).isEqualTo("refused");
        assertThat(job.path("reason").asString()).isEqualTo("not-enough-shoppers");
        assertThat(job.path("detail").asString()).startsWith("0 shoppers to learn from, 200 are needed");
        Api.Answer answer = api().get("/v1/churn/u1");
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body().path("reason").asString()).isEqualTo("not-enough-shoppers");
        assertThat(answer.body().path("detail").asString()).contains("200 are needed");
    }

    @Test
    void oneTrainingAtATimeAndAnAbandonedOneIsClosed() {
        openJob("queued", Instant.now());
        Api.Answer refused = api().post("/v1/churn-models/train", "{}");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.type()).isEqualTo("urn:perennial:problem:training-running");
        assertThat(refused.body().path("job").asString()).hasSize(36);

        jdbc.sql("delete from training_job").update();
        openJob("queued", Instant.now().minus(Duration.ofHours(1)));
        assertThat(train()).isNotBlank();
        openJob("running", Instant.now()); // though nobody holds the lock
        assertThat(train()).isNotBlank();
        assertThat(jdbc.sql("select reason from training_job where state = 'failed'")
                        .query(String.class)
                        .list())
                .containsExactly("interrupted", "interrupted");
    }

    @Test
    void badInputNamesTheField() {
        assertProblem(api().get("/v1/churn?minProbability=7"), "minProbability");
        assertProblem(api().get("/v1/churn?band=purple"), "band");
        assertProblem(api().get("/v1/churn?limit=0"), "limit");
        assertProblem(api().get("/v1/churn?cursor=forged"), "cursor");
        assertProblem(api().post("/v1/churn-models/train", "{\"horizonDays\":0}"), "horizonDays");
        assertProblem(api().post("/v1/churn-models/train", "{\"asOf\":\"2999-01-01T00:00:00Z\"}"), "asOf");
        assertThat(api().post("/v1/churn-models/train", "{").status()).isEqualTo(400);
        assertThat(api().get("/v1/churn-models/jobs/00000000-0000-0000-0000-000000000000")
                        .status())
                .isEqualTo(404);
    }

    private static void assertProblem(Api.Answer answer, String field) {
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("field").asString()).isEqualTo(field);
    }

    private void openJob(String state, Instant requestedAt) {
        jdbc.sql("""
                insert into training_job (id, state, cause, horizon_days, as_of, requested_at)
                values (gen_random_uuid(), ?, 'request', 30, now(), cast(? as timestamptz))
                """).param(state).param(requestedAt.toString()).update();
    }
}
