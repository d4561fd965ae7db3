package io.perennial.deploy.e2e;

import static io.perennial.deploy.local.service.Service.CHURN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The churn model of the running shop: what its training says of itself, and its scores of themselves. */
record ChurnModel(RunningSuite shop) {

    private static final Duration TRAINING = Duration.ofMinutes(5);

    void isTrainedAndProvesItself() {
        var asked = shop.post(CHURN, "/v1/churn-models/train", "").expect(202);
        var job = Wait.until(
                "the training is over",
                TRAINING,
                () -> shop.get(CHURN, asked.location()).expect(200),
                got -> List.of("published", "refused", "failed").contains(got.text("state")));
        assertThat(job.text("state")).as(job.text()).isEqualTo("published");
        var model = Wait.until(
                "everybody is scored",
                TRAINING,
                () -> shop.get(CHURN, "/v1/churn-models?target=churn&limit=1").expect(200),
                got -> !got.text("items/0/scoredAt").isEmpty());
        assertThat(model.text("items/0/id")).isEqualTo(job.text("model"));
        var auc = model.number("items/0/report/auc/value");
        assertThat(auc).as(model.text("items/0/report")).isGreaterThan(0.6);
        assertThat(auc)
                .isStrictlyBetween(model.number("items/0/report/auc/low"), model.number("items/0/report/auc/high"));
        assertThat(Instant.parse(model.text("items/0/report/asOf")))
                .isAfter(Instant.parse(model.text("items/0/provenance/trainingAsOf/0")));
    }

    /** The reasons sum to the log-odds, the log-odds are the probability. */
    void explains(String user) {
        var score = shop.get(CHURN, "/v1/churn/" + user).expect(200);
        var sum = score.list("reasons").stream()
                .mapToDouble(reason -> reason.path("contribution").asDouble())
                .sum();
        assertThat(score.number("baseline") + sum).isCloseTo(score.number("logOdds"), within(1e-9));
        assertThat(1 / (1 + Math.exp(-score.number("logOdds")))).isCloseTo(score.number("probability"), within(1e-9));
        assertThat(score.list("reasons"))
                .isNotEmpty()
                .allSatisfy(reason -> assertThat(reason.path("text").asString()).isNotBlank());
    }
}
