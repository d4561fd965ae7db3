package io.perennial.profile.fold;

import static org.assertj.core.api.Assertions.assertThat;

import io.perennial.common.event.Event;
import io.perennial.common.identity.Identifier;
import io.perennial.common.identity.ProfileId;
import io.perennial.common.testkit.Events;
import io.perennial.common.testkit.StreamDriver;
import io.perennial.common.topic.ProfileState;
import io.perennial.common.topic.TopicCodec;
import io.perennial.common.topic.Topics;
import io.perennial.profile.Api;
import io.perennial.profile.ServiceTest;
import io.perennial.profile.Shop;
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

    private Shop shop;

    @BeforeEach
    void open() {
        shop = new Shop(new Api(port), new StreamDriver(), jdbc);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void ordersRevenueAndEventsAreExact() {
        shop.publish(
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

        JsonNode profile = shop.profile("17850");
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
        shop.publish(
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
        String alone = shop.profile("browser-1").at("/profileId").asString();
        assertThat(alone)
                .isEqualTo(ProfileId.of(Identifier.anonymous("browser-1")).toString());
        assertThat(shop.profile("browser-1").at("/stage").asString()).isNotEqualTo("visitor");

        shop.publish(Events.identify("merged-1")
                .byAnonymous("browser-1")
                .at(THEN.plusSeconds(9))
                .build());

        JsonNode merged = shop.profile("merged-1");
        assertThat(merged.at("/profileId").asString())
                .isEqualTo(ProfileId.of(Identifier.user("merged-1")).toString());
        assertThat(merged.at("/events").asInt()).isEqualTo(3);
        assertThat(merged.at("/orders").asInt()).isEqualTo(1);
        assertThat(merged.at("/anonymousIds/0").asString()).isEqualTo("browser-1");
        assertThat(merged.at("/affinities/category/0/name").asString()).isEqualTo("Toys");
        assertThat(shop.profile("browser-1").at("/profileId")).isEqualTo(merged.at("/profileId"));
        assertThat(shop.profile("anonymousId:browser-1").at("/profileId")).isEqualTo(merged.at("/profileId"));
        assertThat(shop.profile(alone).at("/profileId")).isEqualTo(merged.at("/profileId"));
        shop.awaitIdentity("anonymousId:browser-1", merged.at("/profileId").asString());
        Awaitility.await()
                .untilAsserted(() -> assertThat(Objects.requireNonNull(
                                        shop.stream().readState(Topics.PROFILE).get(alone))
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
        shop.publish(late);
        assertThat(shop.profile("late").at("/anonymousIds/0").asString()).isEqualTo("shared");
        shop.publish(early);
        assertThat(shop.profile("early").at("/anonymousIds/0").asString()).isEqualTo("shared");
        assertThat(shop.profile("late").at("/anonymousIds")).isEmpty();
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
        events.forEach(shop.stream()::publish);
        shop.publish();
        assertThat(shop.profile("kiosk").at("/anonymousIds")).hasSize(100);
        assertThat(shop.profile("kiosk-102").at("/userIds/0").asString()).isEqualTo("kiosk");
        assertThat(shop.profile("kiosk-0").at("/userIds")).isEmpty();
    }

    @Test
    void statesArePublishedWithGrowingRevision() {
        for (int i = 0; i < 4; i++) {
            shop.publish(
                    Events.viewed("p" + i).by("watched").at(THEN.plusSeconds(i)).build());
        }
        shop.awaitState("watched", state -> state.events() == 4);
        String key = shop.profile("watched").at("/profileId").asString();
        List<ProfileState> states = shop.stream().read(Topics.PROFILE).stream()
                .filter(entry -> entry.key().equals(key))
                .map(ConsumerRecord::value)
                .map(TopicCodec.of(ProfileState.class)::read)
                .toList();
        assertThat(states).extracting(ProfileState::revision).isSorted().doesNotHaveDuplicates();
        assertThat(states).hasSize(4);
        assertThat(states.getLast().stage()).isEqualTo("lead");
        shop.awaitIdentity("userId:watched", key);
    }
}
