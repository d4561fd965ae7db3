package io.perennial.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.perennial.common.identity.Identifier;
import io.perennial.common.identity.ProfileId;
import io.perennial.common.testkit.Events;
import io.perennial.common.topic.ChurnScoreState;
import io.perennial.common.topic.IdentityState;
import io.perennial.common.topic.ProfileState;
import io.perennial.common.topic.TopicCodec;
import io.perennial.common.topic.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Scores, reasons and published states, as events, consents and identities come. */
class ScoresIT extends DemoShopSuite {

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
                .allSatisfy(item ->
                        assertThat(item.at("/expectedValue/amount").asDouble()).isGreaterThanOrEqualTo(1));
        assertThat(api().get("/v1/churn?minProbability=1").body().path("items")).isEmpty();
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
    void whoIsAtRiskIsToldWhatItWouldTakeAndWhatActingIsWorth() {
        awaitScored(train());
        String user = api().get("/v1/churn?band=high&limit=1")
                .body()
                .at("/items/0/userId")
                .asString();

        JsonNode answer = api().get("/v1/churn/" + user).body();
        double value = answer.at("/valueAtStake/amount").asDouble();
        assertThat(answer.at("/expectedValue/amount").asDouble())
                .isCloseTo(value * answer.path("probability").asDouble() * 0.1 - 0.5, within(0.02));
        assertThat(answer.at("/lowerBand/text").asString()).endsWith("would do");
        assertThat(answer.at("/lowerBand/probability").asDouble())
                .isLessThan(answer.path("probability").asDouble());
        assertThat(state(user).expectedValue()).isNotNull();
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
    void withoutConsentThereIsNoScore() {
        awaitScored(train());
        int learntFrom = evaluated();
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
        train();
        assertThat(evaluated()).isEqualTo(learntFrom - 1);
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

    private int evaluated() {
        return api().get("/v1/churn-models")
                .body()
                .at("/items/0/report/shoppers")
                .asInt();
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
}
