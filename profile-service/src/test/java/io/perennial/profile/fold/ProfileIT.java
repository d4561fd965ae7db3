package io.perennial.profile.fold;

import static org.assertj.core.api.Assertions.assertThat;

import io.perennial.common.event.Event;
import io.perennial.common.event.Trust;
import io.perennial.common.identity.Identifier;
import io.perennial.common.identity.ProfileId;
import io.perennial.common.testkit.Events;
import io.perennial.common.testkit.StreamDriver;
import io.perennial.common.topic.IdentityState;
import io.perennial.common.topic.ProfileState;
import io.perennial.common.topic.TopicCodec;
import io.perennial.common.topic.Topics;
import io.perennial.profile.Api;
import io.perennial.profile.ServiceTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The way of events into profiles: over Kafka in, over REST and state topics out. */
@ServiceTest
class ProfileIT {

    private static final Instant THEN = Events.THEN;

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    private Api api;
    private StreamDriver stream;

    @BeforeEach
    void open() {
        api = new Api(port);
        stream = new StreamDriver();
    }

    @AfterEach
    void close() {
        stream.close();
    }

    @Test
    void ordersRevenueAndEventsAreExact() {
        publish(
                Events.identify("17850")
                        .email("17850@example.org")
                        .trait("country", "United Kingdom")
                        .at(THEN)
                        .build(),
                Events.order("536365")
                        .by("17850")
                        .at(THEN)
                        .line("85123A", 6, "2.55")
                        .line("71053", 6, "3.39")
                        .build(),
                Events.order("536366")
                        .by("17850")
                        .at(THEN.plusSeconds(60))
                        .line("22633", 6, "1.85")
                        .build(),
                Events.refund("C536379")
                        .by("17850")
                        .at(THEN.plusSeconds(90))
                        .line("85123A", 1, "2.55")
                        .build());

        JsonNode profile = profile("17850");
        assertThat(profile.at("/orders").asInt()).isEqualTo(2);
        assertThat(profile.at("/revenue/amount").asString()).isEqualTo("44.19");
        assertThat(profile.at("/revenue/currency").asString()).isEqualTo("GBP");
        assertThat(profile.at("/events").asInt()).isEqualTo(4);
        assertThat(profile.at("/traits/country").asString()).isEqualTo("United Kingdom");
        assertThat(profile.at("/personal/email").asString()).isEqualTo("17850@example.org");
        assertThat(profile.at("/channels/0").asString()).isEqualTo("email");
        assertThat(profile.at("/firstSeen").asString()).isEqualTo(THEN.toString());
        assertThat(profile.at("/sessions/withOrder").asInt()).isEqualTo(1);
        assertThat(profile.at("/sessions/count").asInt()).isEqualTo(1);
        assertThat(profile.at("/affinities/product/0/name").asString()).isNotEmpty();
        assertThat(profile.has("clv")).isTrue();
        assertThat(profile.get("clv").isNull()).isTrue();
    }

    @Test
    void anonymousHistoryBecomesTheKnownShoppers() {
        publish(
                Events.viewed("p1")
                        .byAnonymous("browser-1")
                        .at(THEN)
                        .with("category", "Toys")
                        .build(),
                Events.order("a1")
                        .byAnonymous("browser-1")
                        .at(THEN.plusSeconds(5))
                        .line("p1", 1, "10.00")
                        .build());
        String alone = profile("browser-1").at("/profileId").asString();
        assertThat(alone)
                .isEqualTo(ProfileId.of(Identifier.anonymous("browser-1")).toString());
        assertThat(profile("browser-1").at("/stage").asString()).isNotEqualTo("visitor");

        publish(Events.identify("merged-1")
                .byAnonymous("browser-1")
                .at(THEN.plusSeconds(9))
                .build());

        JsonNode merged = profile("merged-1");
        assertThat(merged.at("/profileId").asString())
                .isEqualTo(ProfileId.of(Identifier.user("merged-1")).toString());
        assertThat(merged.at("/events").asInt()).isEqualTo(3);
        assertThat(merged.at("/orders").asInt()).isEqualTo(1);
        assertThat(merged.at("/anonymousIds/0").asString()).isEqualTo("browser-1");
        assertThat(merged.at("/affinities/category/0/name").asString()).isEqualTo("Toys");
        assertThat(profile("browser-1").at("/profileId")).isEqualTo(merged.at("/profileId"));
        assertThat(profile("anonymousId:browser-1").at("/profileId")).isEqualTo(merged.at("/profileId"));
        assertThat(profile(alone).at("/profileId")).isEqualTo(merged.at("/profileId"));
        awaitIdentity("anonymousId:browser-1", merged.at("/profileId").asString());
        Awaitility.await()
                .untilAsserted(() -> assertThat(Objects.requireNonNull(
                                        stream.readState(Topics.PROFILE).get(alone))
                                .value())
                        .as("the state of the profile that is no more")
                        .isNull());
    }

    @Test
    void theEarliestUserOfAnAnonymousIdHasItWhateverArrivesFirst() {
        Event late = Events.viewed("p")
                .by("late")
                .byAnonymous("shared")
                .at(THEN.plusSeconds(100))
                .build();
        Event early =
                Events.viewed("p").by("early").byAnonymous("shared").at(THEN).build();
        publish(late);
        assertThat(profile("late").at("/anonymousIds/0").asString()).isEqualTo("shared");
        publish(early);
        assertThat(profile("early").at("/anonymousIds/0").asString()).isEqualTo("shared");
        assertThat(profile("late").at("/anonymousIds")).isEmpty();
    }

    @Test
    void beyondTheLimitAnonymousIdsStayAlone() {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 103; i++) {
            events.add(Events.viewed("p")
                    .by("kiosk")
                    .byAnonymous("kiosk-" + i)
                    .at(THEN.plusSeconds(1000 - i))
                    .build());
        }
        events.forEach(event -> {
            stream.publish(event);
        });
        stream.awaitHandled(jdbc, FoldConfiguration.GROUP);
        assertThat(profile("kiosk").at("/anonymousIds")).hasSize(100);
        assertThat(profile("kiosk-102").at("/userIds/0").asString()).isEqualTo("kiosk");
        assertThat(profile("kiosk-0").at("/userIds")).isEmpty();
    }

    @Test
    void consentsComeFromServersAndBrowsersMayOnlyWithdraw() {
        publish(
                Events.identify("consenting")
                        .consent("marketing", true)
                        .at(THEN)
                        .build(),
                Events.track("Button")
                        .by("sly")
                        .from("web", Trust.BROWSER)
                        .consent("marketing", true)
                        .at(THEN)
                        .build());
        assertThat(profile("consenting").at("/consents/marketing").asBoolean()).isTrue();
        assertThat(profile("consenting").at("/consents/personalisation").asBoolean())
                .isTrue();
        assertThat(profile("sly").at("/consents/marketing").asBoolean()).isFalse();

        publish(Events.track("Button")
                .by("consenting")
                .from("web", Trust.BROWSER)
                .consent("personalisation", false)
                .at(THEN.plusSeconds(1))
                .build());
        assertThat(profile("consenting").at("/consents/personalisation").asBoolean())
                .isFalse();

        publish(Events.track("Unsubscribed")
                .by("consenting")
                .from(Event.OWN_SOURCE, Trust.SERVER)
                .at(THEN.plusSeconds(2))
                .build());
        assertThat(profile("consenting").at("/consents/marketing").asBoolean()).isFalse();
        assertThat(profile("consenting").at("/events").asInt()).isEqualTo(2);

        Api.Answer put =
                api.put("/v1/profiles/consenting/consents/marketing", "{\"granted\":true,\"reason\":\"phone\"}");
        assertThat(put.status()).isEqualTo(200);
        assertThat(profile("consenting").at("/consents/marketing").asBoolean()).isTrue();
        awaitState("consenting", state -> Boolean.TRUE.equals(state.consents().get("marketing")));
        assertThat(api.put("/v1/profiles/consenting/consents/marketing", "{}")
                        .body()
                        .at("/field")
                        .asString())
                .isEqualTo("granted");
        assertThat(api.put("/v1/profiles/consenting/consents/nonsense", "{\"granted\":true}")
                        .status())
                .isEqualTo(404);
        assertThat(api.put("/v1/profiles/nobody-at-all/consents/marketing", "{\"granted\":true}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void statesArePublishedWithGrowingRevision() {
        for (int i = 0; i < 4; i++) {
            publish(Events.viewed("p" + i).by("watched").at(THEN.plusSeconds(i)).build());
        }
        awaitState("watched", state -> state.events() == 4);
        String key = profile("watched").at("/profileId").asString();
        List<ProfileState> states = stream.read(Topics.PROFILE).stream()
                .filter(entry -> entry.key().equals(key))
                .map(ConsumerRecord::value)
                .map(TopicCodec.of(ProfileState.class)::read)
                .toList();
        assertThat(states).extracting(ProfileState::revision).isSorted().doesNotHaveDuplicates();
        assertThat(states).hasSize(4);
        assertThat(states.getLast().stage()).isEqualTo("lead");
        awaitIdentity("userId:watched", key);
    }

    @Test
    void theTimelineShowsEverythingNewestFirstPageByPage() {
        publish(
                Events.viewed("p0")
                        .byAnonymous("pager-browser")
                        .at(THEN.minusSeconds(9))
                        .build(),
                Events.identify("pager").byAnonymous("pager-browser").at(THEN).build(),
                Events.viewed("p1").by("pager").at(THEN.plusSeconds(1)).build(),
                Events.viewed("p2").by("pager").at(THEN.plusSeconds(2)).build(),
                Events.track("Email Delivered")
                        .by("pager")
                        .from(Event.OWN_SOURCE, Trust.SERVER)
                        .at(THEN.plusSeconds(3))
                        .build());

        List<String> seen = new ArrayList<>();
        String cursor = "";
        int pages = 0;
        while (true) {
            JsonNode page =
                    api.get("/v1/profiles/pager/timeline?limit=2" + cursor).body();
            page.get("items")
                    .forEach(item -> seen.add(
                            item.path("event").asString(item.path("type").asString())
                                    + item.at("/properties/product_id").asString("")));
            pages++;
            if (!page.hasNonNull("next")) {
                break;
            }
            cursor = "&cursor=" + page.get("next").asString();
        }
        assertThat(pages).isEqualTo(3);
        assertThat(seen)
                .containsExactly(
                        "Email Delivered", "Product Viewedp2", "Product Viewedp1", "identify", "Product Viewedp0");
        assertThat(api.get("/v1/profiles/pager/timeline?event=Product%20Viewed&from=" + THEN + "&to="
                                + THEN.plusSeconds(2))
                        .body()
                        .get("items"))
                .hasSize(1);
        assertThat(api.get("/v1/profiles/pager/timeline?from=yesterday")
                        .body()
                        .at("/field")
                        .asString())
                .isEqualTo("from");
        assertThat(api.get("/v1/profiles/pager/timeline?cursor=forged").status())
                .isEqualTo(400);
        assertThat(api.get("/v1/profiles/pager/timeline?limit=0").status()).isEqualTo(400);
    }

    @Test
    void anUnknownShopperIsAClearProblem() {
        Api.Answer answer = api.get("/v1/profiles/nobody-ever");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body().at("/type").asString()).isEqualTo("urn:perennial:problem:profile-not-found");
    }

    private void publish(Event... events) {
        stream.publish(events);
        stream.awaitHandled(jdbc, FoldConfiguration.GROUP);
    }

    private JsonNode profile(String id) {
        Api.Answer answer = api.get("/v1/profiles/" + id);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.body();
    }

    private void awaitState(String userId, java.util.function.Predicate<ProfileState> wanted) {
        String key = ProfileId.of(Identifier.user(userId)).toString();
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
            ConsumerRecord<String, byte[]> entry =
                    stream.readState(Topics.PROFILE).get(key);
            return entry != null
                    && entry.value() != null
                    && wanted.test(TopicCodec.of(ProfileState.class).read(entry.value()));
        });
    }

    private void awaitIdentity(String identifier, String profileId) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
            ConsumerRecord<String, byte[]> entry =
                    stream.readState(Topics.IDENTITY).get(identifier);
            return entry != null
                    && TopicCodec.of(IdentityState.class)
                            .read(entry.value())
                            .profileId()
                            .toString()
                            .equals(profileId);
        });
    }
}
