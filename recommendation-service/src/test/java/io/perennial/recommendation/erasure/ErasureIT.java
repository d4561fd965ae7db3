package io.perennial.recommendation.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.perennial.common.identity.Identifier;
import io.perennial.common.identity.ProfileId;
import io.perennial.common.testkit.Events;
import io.perennial.common.testkit.Samples;
import io.perennial.common.testkit.StreamDriver;
import io.perennial.common.topic.ErasureDone;
import io.perennial.common.topic.ErasureRequested;
import io.perennial.common.topic.TopicCodec;
import io.perennial.common.topic.Topics;
import io.perennial.recommendation.Http;
import io.perennial.recommendation.Tables;
import io.perennial.recommendation.WholeService;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@WholeService
class ErasureIT {

    private static final TopicCodec<ErasureDone> DONE = TopicCodec.of(ErasureDone.class);

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    @Test
    void aShopperIsForgottenAnsweredForAndAbsentFromTheNextModel() {
        Tables.emptyShop(jdbc);
        UUID profileId = ProfileId.of(Identifier.user("gone")).value();
        try (StreamDriver driver = new StreamDriver()) {
            driver.publish(
                    Events.order("g1")
                            .by("gone")
                            .at(ago(90))
                            .line("secret", 1, "2.00")
                            .build(),
                    Events.viewed("whim").byAnonymous("gone-cookie").at(ago(80)).build(),
                    Events.order("s1")
                            .by("stays")
                            .at(ago(90))
                            .line("lamp", 1, "2.00")
                            .build());
            driver.awaitHandled(jdbc, "recommendation");
            assertThat(count("shopper_history")).isEqualTo(3);
            byte[] request = TopicCodec.of(ErasureRequested.class)
                    .write(new ErasureRequested(
                            UUID.randomUUID(),
                            profileId,
                            List.of("userId:gone", "anonymousId:gone-cookie", "email:kept.nowhere@example.com"),
                            clock.instant()));
            driver.publish(Topics.ERASURE_REQUESTED, profileId.toString(), request);
            driver.publish(Topics.ERASURE_REQUESTED, profileId.toString(), request);
            driver.awaitHandled(jdbc, ErasureConfiguration.GROUP, Topics.ERASURE_REQUESTED);
            assertThat(jdbc.sql("select identifier from shopper_history")
                            .query(String.class)
                            .list())
                    .containsExactly("userId:stays");
            assertThat(jdbc.sql("select identifier from shopper_order")
                            .query(String.class)
                            .list())
                    .containsExactly("userId:stays");
            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
                List<ErasureDone> answers = driver.read(Topics.erasureDone("recommendation")).stream()
                        .filter(entry -> entry.key().equals(profileId.toString()))
                        .map(entry -> DONE.read(entry.value()))
                        .toList();
                assertThat(answers).hasSize(2).allSatisfy(done -> {
                    assertThat(done.service()).isEqualTo("recommendation");
                    assertThat(done.restGoneBy()).isNotNull().isAfter(done.doneAt());
                });
                assertThat(answers.getFirst().erased())
                        .containsEntry("shopper_history", 2L)
                        .containsEntry("shopper_order", 1L)
                        .containsEntry("session_click", 1L);
                assertThat(answers.getLast().erased().values()).containsOnly(0L);
            });
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(
                                    jdbc.sql("select count(*) from recommendation_model where state = 'published'")
                                            .query(Long.class)
                                            .single())
                            .isEqualTo(4));
        }
        Http http = new Http(port);
        assertThat(http.recommend("home", "userId", "gone").strategy()).isEqualTo("popular");
        assertThat(http.get("/v1/recommendation-models?limit=1")
                        .body()
                        .path("items")
                        .path(0)
                        .path("provenance")
                        .path("shoppers")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void theSampleOfTheTopicIsRead() {
        ErasureRequested request = TopicCodec.of(ErasureRequested.class).read(Samples.of(Topics.ERASURE_REQUESTED));
        assertThat(request.identifiers()).contains("userId:17850");
    }

    private Instant ago(int seconds) {
        return clock.instant().minusSeconds(seconds);
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }
}
