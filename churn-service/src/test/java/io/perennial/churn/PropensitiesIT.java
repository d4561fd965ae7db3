package io.perennial.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.perennial.common.testkit.Events;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a shopper is likely to do besides leaving: each target has its own model, and says why where it has nothing to say. */
class PropensitiesIT extends DemoShopSuite {

    @Test
    void theNextOrderHasAModelOfItsOwnBesideChurn() {
        String order = published("order");

        JsonNode answer = api().get("/v1/propensities/u1").body();
        JsonNode next = only(answer.path("propensities"));
        assertThat(next.path("target").asString()).isEqualTo("order");
        assertThat(next.at("/model/id").asString()).isEqualTo(order).startsWith("order-");
        assertThat(next.path("horizonDays").asInt()).isEqualTo(30);
        double sum = next.path("baseline").asDouble();
        for (JsonNode reason : next.path("reasons")) {
            sum += reason.path("contribution").asDouble();
        }
        assertThat(sum).isCloseTo(next.path("logOdds").asDouble(), within(1e-9));
        assertThat(1 / (1 + Math.exp(-sum))).isCloseTo(next.path("probability").asDouble(), within(1e-9));
        assertThat(answer.path("unanswered")).hasSize(2).allSatisfy(target -> {
            assertThat(target.path("target").asString()).isIn("conversion", "response");
            assertThat(target.path("reason").asString()).isEqualTo("no-model");
        });
        assertThat(api().get("/v1/churn/u1").status())
                .as("churn has no model yet")
                .isEqualTo(409);
        assertThat(api().page("/v1/churn-models/" + order + "/report"))
                .contains("ordered again within 30 days", "What it goes with");

        String churn = train(); // the same horizon: what one says is what the other does not
        JsonNode leaves = api().get("/v1/churn/u1").body();
        assertThat(leaves.at("/model/id").asString()).isEqualTo(churn);
        assertThat(leaves.path("probability").asDouble())
                .isCloseTo(1 - next.path("probability").asDouble(), within(0.02));
        assertThat(api().get("/v1/churn-models").body().path("items"))
                .hasSize(2)
                .allSatisfy(
                        model -> assertThat(model.path("published").asBoolean()).isTrue());

        assertThat(only(api().get("/v1/churn-models?target=order").body().path("items"))
                        .path("id")
                        .asString())
                .isEqualTo(order);

        Api.Answer rollback =
                api().post("/v1/churn-models/rollback", "{\"from\":\"" + order + "\",\"reason\":\"to see\"}");
        assertThat(rollback.type()).isEqualTo("urn:perennial:problem:no-earlier-champion");
    }

    @Test
    void aSessionIsSaidToEndWithAnOrderOrNotWhileItLasts() {
        stream.publish(DemoShop.browsing(now));
        stream.awaitHandled(jdbc, "churn-events");
        published("conversion");
        assertThat(unanswered("u7", "conversion")).isEqualTo("no-session");

        stream.publish(Events.viewed("p1").by("u7").at(Instant.now()).build());
        await().atMost(SOON).untilAsserted(() -> {
            JsonNode conversion = only(api().get("/v1/propensities/u7").body().path("propensities"));
            assertThat(conversion.path("target").asString()).isEqualTo("conversion");
            assertThat(conversion.path("probability").asDouble()).isBetween(0.01, 0.99);
            assertThat(conversion.path("reasons"))
                    .anySatisfy(reason -> assertThat(reason.path("text").asString())
                            .isEqualTo("looked at products in 1 hour of this session"));
        });

        stream.publish(Events.viewed("p1").by("newcomer").at(Instant.now()).build());
        stream.awaitHandled(jdbc, "churn-events");
        JsonNode newcomer = api().get("/v1/propensities/newcomer").body();
        assertThat(only(newcomer.path("propensities")).path("target").asString())
                .as("who has never ordered is in a session, too")
                .isEqualTo("conversion");
        assertThat(unanswered("newcomer", "order")).isEqualTo("no-model");
    }

    @Test
    void nothingIsLearntOfMessagesWhereNoneWereSent() {
        JsonNode job = finished(api().post("/v1/churn-models/train", "{\"target\":\"response\"}"));
        assertThat(job.path("target").asString()).isEqualTo("response");
        assertThat(job.path("state").asString()).isEqualTo("refused");
        assertThat(job.path("reason").asString()).isEqualTo("not-enough-shoppers");
        assertThat(job.path("horizonDays").asInt()).isEqualTo(7);
        assertThat(unanswered("u1", "response")).isEqualTo("no-model");
    }

    @Test
    void churnsHorizonIsThatOfTheShopWhereNobodySaysOne() {
        JsonNode job = finished(api().post("/v1/churn-models/train", "{\"asOf\":\"" + now + "\"}"));
        // The demo shop's shoppers come back after half a day to a month, nine in ten within some three weeks.
        assertThat(job.path("horizonDays").asInt()).isBetween(14, 30);
    }

    @Test
    void badInputNamesTheField() {
        assertProblem("{\"target\":\"purple\"}", "target");
        assertProblem("{\"target\":\"order\",\"horizonDays\":9}", "horizonDays");
        assertThat(api().get("/v1/churn-models?target=purple")
                        .body()
                        .path("field")
                        .asString())
                .isEqualTo("target");
        assertThat(api().get("/v1/propensities/nobody").status()).isEqualTo(404);
    }

    private void assertProblem(String body, String field) {
        Api.Answer answer = api().post("/v1/churn-models/train", body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("field").asString()).isEqualTo(field);
    }

    private String unanswered(String user, String target) {
        for (JsonNode each : api().get("/v1/propensities/" + user).body().path("unanswered")) {
            if (each.path("target").asString().equals(target)) {
                return each.path("reason").asString();
            }
        }
        return "answered";
    }

    private static JsonNode only(JsonNode array) {
        assertThat(array).as(array.toString()).hasSize(1);
        return array.get(0);
    }
}
