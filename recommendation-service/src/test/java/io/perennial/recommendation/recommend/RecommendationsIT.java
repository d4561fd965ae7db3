package io.perennial.recommendation.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.perennial.common.event.Event;
import io.perennial.common.identity.Identifier;
import io.perennial.common.identity.ProfileId;
import io.perennial.common.testkit.Events;
import io.perennial.common.topic.IdentityState;
import io.perennial.common.topic.ProfileState;
import io.perennial.common.topic.TopicCodec;
import io.perennial.common.topic.Topics;
import io.perennial.recommendation.Http;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RecommendationsIT extends TwoTastesShop {

    @Test
    void anEventChangesTheShoppersAnswerWithinASecond() {
        assertThat(http().recommend("home", "userId", "fresh").strategy()).isEqualTo("popular");
        driver.publish(viewed("spade").with("name", "GARDEN SPADE").by("fresh").build());
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            Http.Answer answer = http().recommend("home", "userId", "fresh");
            assertThat(answer.strategy()).isEqualTo("personal");
            assertThat(answer.products()).startsWith("hose", "rake");
            assertThat(answer.reason("rake")).isEqualTo("Because you looked at GARDEN SPADE");
        });
        driver.publish(order("fresh", "rake"));
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            Http.Answer answer = http().recommend("home", "userId", "fresh");
            assertThat(answer.products()).doesNotContain("rake").contains("hose");
        });
        assertThat(http().recommend("search", "userId", "fresh").products())
                .as("search hides nothing that was bought")
                .contains("rake");
    }

    @Test
    void stockAndAvailabilityCountAtOnce() {
        assertThat(http().recommend("product", "productId", "pan").products()).contains("pot");
        feed("{\"productId\":\"pot\",\"stock\":0}");
        assertThat(http().recommend("product", "productId", "pan").products()).doesNotContain("pot");
        feed("{\"productId\":\"pot\",\"stock\":3,\"available\":false}");
        assertThat(http().recommend("product", "productId", "pan").products()).doesNotContain("pot");
        feed("{\"productId\":\"pot\",\"available\":true}");
        assertThat(http().recommend("product", "productId", "pan").products()).contains("pot");
        feed("{\"productId\":\"pot\",\"recommendable\":false}");
        assertThat(http().recommend("product", "productId", "pan").products()).doesNotContain("pot");
        feed("{\"productId\":\"pot\",\"stock\":null,\"recommendable\":null}");
        assertThat(http().recommend("product", "productId", "pan").products()).contains("pot");
    }

    @Test
    void theProductItselfAndWhatIsNoProductNeverStandOnAShelf() {
        for (String placement :
                List.of("home", "product", "cart", "search", "category", "email", "order-confirmation")) {
            Http.Answer answer = http().recommend(placement, "productId", "spade", "limit", "100");
            assertThat(answer.products()).doesNotContain("spade", "POST").isNotEmpty();
        }
        assertThat(http().recommend("product", "productId", "spade").reason("rake"))
                .isEqualTo("Often chosen together with this");
    }

    @Test
    void withoutConsentTheAnswerIsPopularOrContextualOnly() {
        driver.publish(viewed("pan").by("shy").build());
        driver.awaitHandled(jdbc, GROUP);
        assertThat(http().recommend("home", "userId", "shy").strategy()).isEqualTo("personal");
        consent("shy", 1, false);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(
                                http().recommend("home", "userId", "shy").strategy())
                        .isEqualTo("popular"));
        assertThat(http().recommend("product", "userId", "shy", "productId", "spade")
                        .strategy())
                .isEqualTo("contextual");
        consent("shy", 2, true);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(
                                http().recommend("home", "userId", "shy").strategy())
                        .isEqualTo("personal"));
    }

    @Test
    void whatWasDoneBeforeTheLoginCountsAfterIt() {
        driver.publish(viewed("ladle").byAnonymous("cookie-1").build());
        driver.awaitHandled(jdbc, GROUP);
        assertThat(http().recommend("home", "userId", "known").strategy()).isEqualTo("popular");
        assertThat(http().recommend("home", "userId", "known", "anonymousId", "cookie-1")
                        .strategy())
                .as("both ids in the request")
                .isEqualTo("personal");
        identity("anonymousId:cookie-1", "known");
        identity("userId:known", "known");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(
                                http().recommend("home", "userId", "known").strategy())
                        .isEqualTo("personal"));
        assertThat(http().recommend("home", "userId", "stranger", "anonymousId", "cookie-1")
                        .strategy())
                .as("a cookie that is somebody else's")
                .isEqualTo("popular");
    }

    @Test
    void whoComesUnderOneOfHundredsOfCookiesIsKnownByIt() {
        driver.publish(viewed("ladle").byAnonymous("cookies-001").build());
        driver.awaitHandled(jdbc, GROUP);
        jdbc.sql("""
                insert into identity_copy (identifier, profile_id, revision)
                select 'anonymousId:cookies-' || lpad(number::text, 3, '0'), ?::uuid, 1
                from generate_series(1, 300) as number
                """).param(ProfileId.of(Identifier.user("many")).toString()).update();
        assertThat(http().recommend("home", "anonymousId", "cookies-001").strategy())
                .isEqualTo("personal");
    }

    @Test
    void ourOwnSendsAreNoBehaviour() {
        driver.publish(viewed("pan")
                .by("mailed")
                .from(Event.OWN_SOURCE, io.perennial.common.event.Trust.SERVER)
                .build());
        driver.awaitHandled(jdbc, GROUP);
        assertThat(http().recommend("home", "userId", "mailed").strategy()).isEqualTo("popular");
    }

    @Test
    void theCartIsWhatThingsShouldGoWith() {
        driver.publish(
                Events.addedToCart("hose").by("carter").at(clock.instant()).build());
        driver.awaitHandled(jdbc, GROUP);
        Http.Answer answer = http().recommend("cart", "userId", "carter");
        assertThat(answer.products()).startsWith("rake", "spade").doesNotContain("hose");
        assertThat(answer.strategy()).contains("contextual");
    }

    @Test
    void whoHasBoughtTheWholeRangeStillSeesSomething() {
        driver.publish(order("collector", "spade", "rake", "hose", "pan", "pot", "ladle"));
        driver.awaitHandled(jdbc, GROUP);
        assertThat(http().recommend("home", "userId", "collector").products()).isNotEmpty();
    }

    private void consent(String userId, long revision, boolean granted) {
        UUID profileId = ProfileId.of(Identifier.user(userId)).value();
        ProfileState state = new ProfileState(
                profileId,
                revision,
                Instant.EPOCH,
                List.of(userId),
                List.of(),
                "active",
                null,
                null,
                1,
                0,
                null,
                null,
                null,
                Map.of("personalisation", granted),
                List.of(),
                null,
                List.of(),
                Map.of());
        driver.publish(
                Topics.PROFILE,
                profileId.toString(),
                TopicCodec.of(ProfileState.class).write(state));
    }

    private void identity(String identifier, String leadingUser) {
        UUID profileId = ProfileId.of(Identifier.user(leadingUser)).value();
        driver.publish(
                Topics.IDENTITY,
                identifier,
                TopicCodec.of(IdentityState.class).write(new IdentityState(identifier, profileId, 1)));
    }
}
