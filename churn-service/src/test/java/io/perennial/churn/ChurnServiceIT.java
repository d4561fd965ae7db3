package io.perennial.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.perennial.churn.model.ModelRegistry;
import io.perennial.common.identity.Identifier;
import io.perennial.common.identity.ProfileId;
import io.perennial.common.testkit.Events;
import io.perennial.common.testkit.StreamDriver;
import io.perennial.common.testkit.WithInfrastructure;
import io.perennial.common.topic.ChurnScoreState;
import io.perennial.common.topic.IdentityState;
import io.perennial.common.topic.ProfileState;
import io.perennial.common.topic.TopicCodec;
import io.perennial.common.topic.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import tools.jackson.databind.JsonNode;

/** The whole way on real Kafka and Postgres: events, training, scores, reasons, published states. */
@WithInfrastructure
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.name=churn-service",
            "management.server.port=0",
            "perennial.churn.training.cron=-",
            "perennial.churn.training.steps=200000",
            "perennial.churn.model.poll-interval=200ms",
            "perennial.churn.refresh.pending-interval=100ms"
        })
@ActiveProfiles("local")
class ChurnServiceIT {

    private static final TopicCodec<ChurnScoreState> SCORES = TopicCodec.of(ChurnScoreState.class);
    private static final Duration SOON = Duration.ofSeconds(30);

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ModelRegistry models;

    @LocalServerPort
    private int port;

    private static boolean published;

    private final StreamDriver stream = new StreamDriver();
    private final Instant now = Instant.now();

    @AfterEach
    void close() {
        stream.close();
    }

    @BeforeEach
    void aShopWithAPastAndNoModel() {
        if (!published) {
            stream.publish(DemoShop.year(now));
            stream.awaitHandled(jdbc, "churn-events");
            published = true;
        }
        jdbc.sql("delete from training_job").update();
        jdbc.sql("delete from churn_model").update();
        jdbc.sql("delete from churn_score").update();
        models.look();
    }

    @Test
    void beforeAnyModelTheAnswerSaysWhatToDo() {
        Api.Answer answer = api().get("/v1/churn/u1");
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.type()).isEqualTo("urn:perennial:problem:no-model");
        assertThat(answer.body().path("detail").asString()).contains("POST /v1/churn-models/train");
        assertThat(api().get("/v1/churn").body().path("items")).isEmpty();
        assertThat(api().get("/v1/churn-models").body().path("items")).isEmpty();
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
    void theListGoesFromMostToLeastAtRisk() {
        awaitScored(train());

        JsonNode first = api().get("/v1/churn?limit=150").body();
        assertThat(first.path("items")).hasSize(150);
        JsonNode second = api().get(
                        "/v1/churn?limit=500&cursor=" + first.path("next").asString())
                .body();
        assertThat(second.path("items").size()).isGreaterThanOrEqualTo(DemoShop.SHOPPERS - 151);
        double previous = 1;
        for (JsonNode page : List.of(first, second)) {
            for (JsonNode item : page.path("items")) {
                assertThat(item.path("probability").asDouble()).isLessThanOrEqualTo(previous);
                previous = item.path("probability").asDouble();
            }
        }
        assertThat(api().get("/v1/churn?band=high&limit=500").body().path("items"))
                .isNotEmpty()
                .allSatisfy(
                        item -> assertThat(item.path("probability").asDouble()).isGreaterThanOrEqualTo(0.7));
        assertThat(api().get("/v1/churn?minProbability=0.999999").body().path("items"))
                .isEmpty();
    }

    @Test
    void aLiveEventIsFollowedByAScoreOfThatCause() {
        awaitScored(train());
        long before = state("u2").revision();

        stream.publish(Events.order("live")
                .by("u2")
                .at(Instant.now())
                .line("p1", 1, "5.00")
                .build());

        await().atMost(SOON).untilAsserted(() -> {
            ChurnScoreState state = state("u2");
            assertThat(state.cause()).isEqualTo("event");
            assertThat(state.revision()).isGreaterThan(before);
        });
        assertThat(api().get("/v1/churn/u2").body().path("reasons")).anySatisfy(reason -> {
            assertThat(reason.path("feature").asString()).isEqualTo("days_since_order");
            assertThat(reason.path("value").asDouble()).isLessThan(0.1);
        });
    }

    @Test
    void anOldEventIsNoLiveCause() {
        awaitScored(train());

        stream.publish(Events.order("old-" + System.nanoTime())
                .by("newcomer")
                .at(now.minus(Duration.ofDays(70)))
                .line("p1", 1, "5.00")
                .build());

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(state("newcomer").cause()).isEqualTo("model"));
    }

    @Test
    void aSecondModelTakesOver() {
        String first = train();
        awaitScored(first);
        String second = train();
        awaitScored(second);

        assertThat(second).isNotEqualTo(first);
        assertThat(api().get("/v1/churn/u1").body().at("/model/id").asString()).isEqualTo(second);
        JsonNode listed = api().get("/v1/churn-models").body().path("items");
        assertThat(listed).hasSize(2);
        assertThat(listed.get(1).path("published").asBoolean()).isFalse();
        await().atMost(SOON).untilAsserted(() -> assertThat(state("u1").model()).isEqualTo(second));
    }

    @Test
    void withoutConsentThereIsNoScore() {
        awaitScored(train());
        ProfileId profile = profile("u3");
        assertThat(state("u3").probability()).isBetween(0.0, 1.0);

        publishConsent(profile, 1, false);

        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(stream.readState(Topics.CHURN_SCORE).get(profile.toString()))
                                .satisfies(entry -> assertThat(value(entry)).isNull()));
        Api.Answer answer = api().get("/v1/churn/u3");
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.type()).isEqualTo("urn:perennial:problem:no-personalisation-consent");
        stream.publish(Events.viewed("p1").by("u3").at(Instant.now()).build());
        stream.awaitHandled(jdbc, "churn-events");
        assertThat(jdbc.sql("select count(*) from churn_score where profile_id = ?")
                        .param(profile.value())
                        .query(Long.class)
                        .single())
                .isZero();
        publishConsent(profile, 2, true);
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(api().get("/v1/churn/u3").status()).isEqualTo(200));
    }

    @Test
    void whoNeverOrderedHasNotEnoughHistory() {
        train();
        stream.publish(Events.viewed("p1").by("looker").at(now).build());
        stream.awaitHandled(jdbc, "churn-events");

        Api.Answer answer = api().get("/v1/churn/looker");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.type()).isEqualTo("urn:perennial:problem:not-enough-history");
        assertThat(api().get("/v1/churn/nobody").status()).isEqualTo(404);
    }

    @Test
    void aScoreBelongsToTheMergedProfile() {
        awaitScored(train());
        stream.publish(Events.order("anonymous-order")
                .byAnonymous("browser-4")
                .at(now.minus(Duration.ofDays(1)))
                .line("p1", 1, "5.00")
                .build());
        ProfileId alone = ProfileId.of(Identifier.anonymous("browser-4"));
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(stream.readState(Topics.CHURN_SCORE)).containsKey(alone.toString()));
        long orders = reason("u4", "orders");

        identify("userId:u4", 1);
        identify("anonymousId:browser-4", 2);

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(reason("u4", "orders")).isEqualTo(orders + 1));
        assertThat(api().get("/v1/churn/browser-4").body().path("userId").asString())
                .isEqualTo("u4");
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(stream.readState(Topics.CHURN_SCORE).get(alone.toString()))
                                .satisfies(entry -> assertThat(value(entry)).isNull()));
    }

    @Test
    void tooLittleDataIsRefusedWithTheReason() {
        JsonNode job = finished(api().post("/v1/churn-models/train", "{\"asOf\":\"2020-01-01T00:00:00Z\"}"));
        assertThat(job.path("state").asString()).isEqualTo("refused");
        assertThat(job.path("reason").asString()).isEqualTo("not-enough-shoppers");
        assertThat(job.path("detail").asString()).startsWith("0 shoppers with an order to learn from, 200 are needed");
        assertThat(api().get("/v1/churn/u1").status()).isEqualTo(409);
    }

    @Test
    void oneTrainingAtATimeAndAnAbandonedOneIsClosed() {
        openJob(Instant.now());
        Api.Answer refused = api().post("/v1/churn-models/train", "{}");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.type()).isEqualTo("urn:perennial:problem:training-running");
        assertThat(refused.body().path("job").asString()).hasSize(36);

        jdbc.sql("delete from training_job").update();
        openJob(Instant.now().minus(Duration.ofHours(1)));
        assertThat(train()).isNotBlank();
        assertThat(jdbc.sql("select reason from training_job where state = 'failed'")
                        .query(String.class)
                        .single())
                .isEqualTo("interrupted");
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

    private String train() {
        JsonNode job = finished(api().post("/v1/churn-models/train", "{\"horizonDays\":30}"));
        assertThat(job.path("state").asString()).as(job.toString()).isEqualTo("published");
        return job.path("model").asString();
    }

    private JsonNode finished(Api.Answer accepted) {
        assertThat(accepted.status()).as(accepted.toString()).isEqualTo(202);
        String path = "/v1/churn-models/jobs/" + accepted.body().path("id").asString();
        await().atMost(Duration.ofMinutes(2))
                .until(() ->
                        !api().get(path).body().path("finishedAt").asString("").isEmpty());
        return api().get(path).body();
    }

    private void awaitScored(String model) {
        await().atMost(SOON)
                .until(() -> jdbc.sql("select scored_at is not null from churn_model where id = ?")
                        .param(model)
                        .query(Boolean.class)
                        .single());
        await().atMost(SOON)
                .until(() -> jdbc.sql("select count(*) from stream_outbox")
                                .query(Long.class)
                                .single()
                        == 0);
    }

    private void openJob(Instant requestedAt) {
        jdbc.sql("""
                insert into training_job (id, state, cause, horizon_days, as_of, requested_at)
                values (gen_random_uuid(), 'running', 'request', 30, now(), cast(? as timestamptz))
                """).param(requestedAt.toString()).update();
    }

    private void identify(String identifier, long revision) {
        stream.publish(
                Topics.IDENTITY,
                identifier,
                TopicCodec.of(IdentityState.class)
                        .write(new IdentityState(identifier, profile("u4").value(), revision)));
    }

    private void publishConsent(ProfileId profile, long revision, boolean granted) {
        ProfileState state = new ProfileState(
                profile.value(),
                revision,
                now,
                List.of(),
                List.of(),
                "active",
                null,
                null,
                1,
                1,
                null,
                null,
                null,
                Map.of("personalisation", granted),
                List.of(),
                null,
                List.of(),
                Map.of());
        stream.publish(
                Topics.PROFILE,
                profile.toString(),
                TopicCodec.of(ProfileState.class).write(state));
    }

    private long reason(String user, String feature) {
        for (JsonNode reason : api().get("/v1/churn/" + user).body().path("reasons")) {
            if (reason.path("feature").asString().equals(feature)) {
                return Math.round(reason.path("value").asDouble());
            }
        }
        throw new AssertionError("no reason " + feature);
    }

    private ChurnScoreState state(String userId) {
        ConsumerRecord<String, byte[]> entry =
                stream.readState(Topics.CHURN_SCORE).get(profile(userId).toString());
        byte[] value = entry == null ? null : value(entry);
        assertThat(value).as("state of " + userId).isNotNull();
        return SCORES.read(value);
    }

    @SuppressWarnings("NullAway") // Kafka's annotations do not know tombstones
    private static byte @Nullable [] value(ConsumerRecord<String, byte[]> entry) {
        return entry.value();
    }

    private static ProfileId profile(String userId) {
        return ProfileId.of(Identifier.user(userId));
    }

    private Api api() {
        return new Api(port);
    }
}
