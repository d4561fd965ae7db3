package io.perennial.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.perennial.common.identity.Identifier;
import io.perennial.common.identity.ProfileId;
import io.perennial.common.testkit.Events;
import io.perennial.common.testkit.Samples;
import io.perennial.common.topic.CampaignDecision;
import io.perennial.common.topic.ErasureDone;
import io.perennial.common.topic.ErasureRequested;
import io.perennial.common.topic.IdentityState;
import io.perennial.common.topic.TopicCodec;
import io.perennial.common.topic.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The score in operation: watched, held against what came true, and forgotten on request. */
class OperationIT extends DemoShopSuite {

    @Autowired
    private MeterRegistry meters;

    @Test
    void theWatchFindsAFreshModelInOrder() {
        assertThat(api().get("/v1/churn/watch").type()).isEqualTo("urn:perennial:problem:not-watched-yet");
        String model = train();
        awaitScored(model);

        JsonNode report = api().post("/v1/churn/watch", "").body();

        assertThat(report.path("model").asString()).isEqualTo(model);
        assertThat(report.path("shoppers").asInt()).isGreaterThanOrEqualTo(DemoShop.SHOPPERS);
        assertThat(report.path("features").size()).isGreaterThan(20);
        assertThat(report.path("features")).allSatisfy(drift -> {
            assertThat(drift.path("flagged").asBoolean()).as(drift.toString()).isFalse();
            assertThat(drift.at("/shift/psi").asDouble()).isLessThan(0.1);
        });
        assertThat(report.at("/calibration/source").asString()).isEqualTo("lookback");
        assertThat(api().get("/v1/churn/watch").body().path("at")).isEqualTo(report.path("at"));
        assertThat(jdbc.sql("select count(*) from churn_score_log")
                        .query(Long.class)
                        .single())
                .isEqualTo(jdbc.sql("select count(*) from churn_score")
                        .query(Long.class)
                        .single());
        JsonNode importance = api().get("/v1/churn-models/" + model).body().path("importance");
        assertThat(importance.get(0).at("/meanContribution/value").asDouble())
                .isGreaterThan(importance.get(1).at("/meanContribution/value").asDouble());
    }

    @Test
    void eachTargetsModelIsLookedAfterAndTheShopsDataOnce() {
        stream.publish(DemoShop.browsing(now));
        stream.awaitHandled(jdbc, "churn-events");
        String conversion = published("conversion");
        trainedForDriftToday(); // or what a small shop shows by chance would begin a training
        JsonNode alone = api().post("/v1/churn/watch?target=conversion", "").body();
        assertThat(alone.path("quality")).isNotEmpty();

        awaitScored(train());
        JsonNode sessions = api().post("/v1/churn/watch?target=conversion", "").body();
        assertThat(sessions.path("target").asString()).isEqualTo("conversion");
        assertThat(sessions.path("model").asString()).isEqualTo(conversion);
        assertThat(sessions.path("shoppers").asInt()).isGreaterThan(100);
        assertThat(Instant.parse(sessions.path("comparedWith").asString())).isEqualTo(now);
        assertThat(sessions.path("features"))
                .hasSize(21)
                .allSatisfy(drift -> assertThat(drift.path("flagged").asBoolean())
                        .as(drift.toString())
                        .isFalse());
        assertThat(sessions.at("/calibration/source").asString()).isEqualTo("lookback");
        assertThat(sessions.path("quality")).as("churn's report has it by now").isEmpty();
        JsonNode churn = api().get("/v1/churn/watch").body();
        assertThat(churn.path("target").asString()).isEqualTo("churn");
        assertThat(churn.path("at")).isEqualTo(sessions.path("at"));
        assertThat(churn.path("quality")).isNotEmpty();

        assertThat(api().get("/v1/churn/watch?target=response").type())
                .isEqualTo("urn:perennial:problem:not-watched-yet");
        assertThat(api().get("/v1/churn/watch?target=purple").status()).isEqualTo(400);
        assertThat(api().post("/v1/churn/watch?target=purple", "")
                        .body()
                        .path("field")
                        .asString())
                .isEqualTo("target");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(gauge("churn.watch.age", "target", "conversion"))
                        .isBetween(0.0, 60.0));
        assertThat(gauge("churn.drift.psi", "target", "conversion", "feature", "session_minutes"))
                .isLessThan(0.25);
        assertThat(gauge("churn.watch.age", "target", "response")).isNaN();
        assertThat(gauge("churn.watch.alerts", "target", "response", "kind", "drift"))
                .isZero();
        awaitTrainings();
    }

    @Test
    void whoDriftsIsTrainedAnewOnceADayWhateverHappensToOthers() {
        String order = published("order");
        awaitScored(train());
        jdbc.sql("update training_job set cause = 'drift' where target = 'churn'")
                .update();
        jdbc.sql(
                        "update churn_model set baseline = replace(baseline, '\"missing\":0', '\"missing\":9999') where id = ?")
                .param(order)
                .update();

        JsonNode drifted = api().post("/v1/churn/watch?target=order", "").body();
        assertThat(drifted.path("alerts"))
                .anySatisfy(alert -> assertThat(alert.path("kind").asString()).isEqualTo("DRIFT"));
        assertThat(api().get("/v1/churn/watch").body().path("alerts"))
                .noneMatch(alert -> alert.path("kind").asString().equals("DRIFT"));
        awaitTrainings();
        api().post("/v1/churn/watch", "");
        awaitTrainings();
        assertThat(jdbc.sql("select target from training_job where cause = 'drift' order by target")
                        .query(String.class)
                        .list())
                .containsExactly("churn", "order");
    }

    @Test
    void whereALookFailsTheOtherModelsAreLookedAfterAllTheSame() {
        String order = published("order");
        String churn = train();
        awaitScored(churn);
        jdbc.sql("update churn_model set baseline = 'cut sho' where id = ?")
                .param(churn)
                .update();

        assertThat(api().post("/v1/churn/watch?target=order", "").status()).isEqualTo(500);

        assertThat(api().get("/v1/churn/watch").type()).isEqualTo("urn:perennial:problem:not-watched-yet");
        JsonNode report = api().get("/v1/churn/watch?target=order").body();
        assertThat(report.path("model").asString()).isEqualTo(order);
        assertThat(report.path("quality")).as("nobody else has told it").isNotEmpty();
        awaitTrainings();
    }

    @Test
    void publishedScoresAreHeldAgainstWhatCameTrueWithoutThoseWeContacted() {
        for (int i = 0; i < DemoShop.SHOPPERS; i++) {
            String identifier = Identifier.user("u" + i).toString();
            IdentityState identity =
                    new IdentityState(identifier, profile("u" + i).value(), 1);
            stream.publish(
                    Topics.IDENTITY,
                    identifier,
                    TopicCodec.of(IdentityState.class).write(identity));
        }
        stream.awaitHandled(jdbc, "churn-identity", Topics.IDENTITY);
        String model = train();
        awaitScored(model);
        Instant then = now.minus(Duration.ofDays(31));
        jdbc.sql("""
                insert into churn_score_log (as_of, profile_id, model, horizon_days, probability)
                select cast(? as timestamptz), profile_id, model, 30, 0.01 from churn_score
                """).param(then.toString()).update();
        stream.publish(
                Topics.CAMPAIGN_DECISION,
                profile("u1").toString(),
                TopicCodec.of(CampaignDecision.class).write(decision(profile("u1"), then.plusSeconds(60))));
        stream.publish(Topics.CAMPAIGN_DECISION, "sample", Samples.of(Topics.CAMPAIGN_DECISION));
        stream.awaitHandled(jdbc, "churn-decisions", Topics.CAMPAIGN_DECISION);

        JsonNode report = api().post("/v1/churn/watch", "").body();

        assertThat(report.at("/calibration/source").asString()).isEqualTo("published");
        assertThat(report.at("/calibration/treated").asInt()).isEqualTo(1);
        assertThat(report.at("/calibration/flagged").asBoolean()).isTrue();
        assertThat(report.path("alerts"))
                .anySatisfy(alert -> assertThat(alert.path("kind").asString()).isEqualTo("CALIBRATION"));
        assertThat(jdbc.sql("select cause from training_job order by requested_at desc limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo("drift");
        awaitTrainings();
        finished(api().post("/v1/churn-models/train", "{\"horizonDays\":30}"));
        assertThat(api().get("/v1/churn-models")
                        .body()
                        .at("/items/0/provenance/treatedRows")
                        .asInt())
                .as("the contacted shopper's label was not learnt from")
                .isEqualTo(1);
    }

    @Test
    void retentionIsToldByWeekAndByTrait() {
        JsonNode answer = api().get("/v1/retention?by=month&horizonDays=30").body();
        assertThat(answer.path("shoppers").asInt()).isGreaterThanOrEqualTo(DemoShop.SHOPPERS);
        assertThat(answer.path("cohorts").size()).isPositive();
        double previous = 1;
        for (JsonNode share : answer.at("/all/survival")) {
            assertThat(share.path("share").asDouble()).isLessThanOrEqualTo(previous);
            assertThat(share.path("share").asDouble())
                    .isBetween(share.path("low").asDouble(), share.path("high").asDouble());
            previous = share.path("share").asDouble();
        }
        assertThat(previous).isLessThan(0.9);
        assertThat(answer.at("/churnRate/forecast")).hasSize(4);
        assertThat(api().get("/v1/retention?by=stage").status()).isEqualTo(200);
        assertThat(api().get("/v1/retention?by=shoe-size").body().path("field").asString())
                .isEqualTo("by");
    }

    @Test
    void whoIsForgottenLeavesNothingAndComesBackOnlyWithNewEvents() {
        stream.publish(Events.order("once")
                .by("forgetful")
                .at(now.minus(Duration.ofDays(50)))
                .line("p1", 1, "5.00")
                .build());
        stream.awaitHandled(jdbc, "churn-events");
        awaitScored(train());
        api().post("/v1/churn/watch", "");
        ProfileId profile = profile("forgetful");
        Instant requestedAt = Instant.now();
        ErasureRequested request = new ErasureRequested(
                UUID.randomUUID(),
                profile.value(),
                List.of(Identifier.user("forgetful").toString()),
                requestedAt);
        byte[] bytes = TopicCodec.of(ErasureRequested.class).write(request);
        stream.publish(Topics.ERASURE_REQUESTED, profile.toString(), bytes);
        stream.publish(Topics.ERASURE_REQUESTED, profile.toString(), bytes);
        stream.publish(Topics.ERASURE_REQUESTED, "sample", Samples.of(Topics.ERASURE_REQUESTED));
        stream.awaitHandled(jdbc, "churn-erasure", Topics.ERASURE_REQUESTED);

        assertThat(api().get("/v1/churn/forgetful").status()).isEqualTo(404);
        for (String table : List.of("churn_score", "churn_score_log", "campaign_treatment")) {
            assertThat(jdbc.sql("select count(*) from " + table + " where profile_id = ?")
                            .param(profile.value())
                            .query(Long.class)
                            .single())
                    .as(table)
                    .isZero();
        }
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(stream.readState(Topics.CHURN_SCORE).get(profile.toString()))
                    .satisfies(entry -> assertThat(value(entry)).isNull());
            List<ErasureDone> answers = stream.read(Topics.erasureDone("churn")).stream()
                    .filter(entry -> profile.toString().equals(entry.key()))
                    .map(entry -> TopicCodec.of(ErasureDone.class).read(entry.value()))
                    .toList();
            assertThat(answers).singleElement().satisfies(done -> {
                assertThat(done.requestId()).isEqualTo(request.requestId());
                assertThat(done.erased()).containsEntry("shopper_history", 1L).containsEntry("churn_score", 1L);
            });
        });

        stream.publish(Events.order("late")
                .by("forgetful")
                .at(now.minus(Duration.ofDays(40)))
                .line("p1", 1, "5.00")
                .build());
        stream.awaitHandled(jdbc, "churn-events");
        assertThat(api().get("/v1/churn/forgetful").status())
                .as("an event received before the request")
                .isEqualTo(404);
        stream.publish(Events.order("anew")
                .by("forgetful")
                .at(Instant.now().plusSeconds(1))
                .line("p1", 1, "5.00")
                .build());
        stream.awaitHandled(jdbc, "churn-events");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(api().get("/v1/churn/forgetful").status())
                        .as("an event received after it")
                        .isEqualTo(200));
    }

    /** What is alarming is trained anew once a day. */
    private void trainedForDriftToday() {
        jdbc.sql("update training_job set cause = 'drift'").update();
    }

    private void awaitTrainings() {
        await().atMost(SOON)
                .until(() -> jdbc.sql("select count(*) from training_job where finished_at is null")
                                .query(Long.class)
                                .single()
                        == 0);
    }

    private double gauge(String name, String... tags) {
        return meters.get(name).tags(tags).gauge().value();
    }

    private static CampaignDecision decision(ProfileId profile, Instant at) {
        return new CampaignDecision(
                UUID.randomUUID(),
                profile.value(),
                "u1",
                "win-back",
                1,
                "sent",
                "assigned",
                "coupon",
                0.8,
                "email",
                at,
                at);
    }
}
