package io.perennial.campaign.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.perennial.common.event.Event;
import io.perennial.common.testkit.Events;
import io.perennial.common.topic.CampaignDecision;
import io.perennial.common.topic.TopicCodec;
import io.perennial.common.topic.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContactRulesIT extends CampaignSuite {

    @Test
    void heldOutShoppersGetNothing() {
        campaign("held-out", "Test Held Out", ", \"experiment\": {\"holdOut\": 100}");
        String ada = newcomer();
        shop.knows(ada, true);
        happens("Test Held Out", ada);

        assertThat(decided(ada, "held-out")).isEqualTo("held_out assigned");
        assertThat(mailsTo(ada)).isEmpty();
        assertThat(deliveriesTo(ada)).isZero();
        assertThat(published(ada)).extracting(CampaignDecision::outcome).containsExactly("held_out");
    }

    @Test
    void aReplayedYearMailsNobodyAndLeavesOneRowAShopper() {
        campaign("replayed", "Test Replayed", "");
        List<String> shoppers = List.of(newcomer(), newcomer(), newcomer());
        shoppers.forEach(s -> shop.knows(s, true));
        List<Event> year = new ArrayList<>();
        for (int day = 1; day <= 300; day++) {
            year.add(Events.track("Test Replayed")
                    .by(shoppers.get(day % 3))
                    .at(Instant.now().minus(Duration.ofDays(day)))
                    .build());
        }
        shop.stream().publish(year);
        shop.stream().awaitHandled(jdbc, "campaign-events");

        for (String shopper : shoppers) {
            assertThat(decisions(shopper, "replayed")).hasSize(1);
            assertThat(decided(shopper, "replayed")).isEqualTo("suppressed stale");
            assertThat(mailsTo(shopper)).isEmpty();
        }
    }

    @Test
    void withoutConsentOrAddressNothingGoesOut() {
        campaign("consent", "Test Consent", "");
        String silent = newcomer();
        String unreachable = newcomer();
        String nobody = newcomer();
        shop.knows(silent, false);
        shop.knows(unreachable, true, Map.of(), Duration.ofDays(1));
        happens("Test Consent", silent);
        happens("Test Consent", unreachable);
        happens("Test Consent", nobody);

        assertThat(decided(silent, "consent")).isEqualTo("suppressed no_consent");
        assertThat(decided(unreachable, "consent")).isEqualTo("suppressed unreachable");
        assertThat(decided(nobody, "consent")).isEqualTo("suppressed no_consent");
    }

    @Test
    void theThirdMessageWithinAWeekIsOneTooMany() {
        for (String name : List.of("cap-one", "cap-two", "cap-three")) {
            campaign(name, "Test " + name, "");
        }
        String ada = newcomer();
        shop.knows(ada, true);
        for (String name : List.of("cap-one", "cap-two", "cap-three")) {
            happens("Test " + name, ada);
            decided(ada, name);
        }

        assertThat(decided(ada, "cap-two")).isEqualTo("sent assigned");
        assertThat(decided(ada, "cap-three")).isEqualTo("suppressed cap");
    }

    @Test
    void aNewcomerIsWelcomedOnceThoughTheProfileComesAfterTheEvent() {
        String ada = newcomer();
        shop.stream().publish(Events.identify(ada).at(Instant.now()).build());
        shop.stream().awaitHandled(jdbc, "campaign-events");
        shop.knows(ada, true, Map.of("email", Shop.email(ada)), Duration.ofMinutes(1));

        assertThat(decided(ada, "welcome")).isEqualTo("sent assigned");
        shop.stream().publish(Events.identify(ada).at(Instant.now()).build());
        await().until(() -> decisions(ada, "welcome").size() == 2);
        await().until(() -> mailsTo(ada).size() == 1);
    }

    @Test
    void whoIsKnownForLongIsNotWelcomed() {
        String ada = newcomer();
        shop.knows(ada, true);
        shop.stream().publish(Events.identify(ada).at(Instant.now()).build());

        assertThat(decided(ada, "welcome")).isEqualTo("suppressed not_newcomer");
    }

    private void happens(String event, String userId) {
        shop.stream().publish(Events.track(event).by(userId).at(Instant.now()).build());
    }

    private long deliveriesTo(String userId) {
        return jdbc.sql("select count(*) from delivery where profile_id = :id")
                .param("id", Shop.profileId(userId).value())
                .query(Long.class)
                .single();
    }

    private List<CampaignDecision> published(String userId) {
        String key = Shop.profileId(userId).toString();
        await().until(() -> shop.stream().readState(Topics.CAMPAIGN_DECISION).containsKey(key));
        return shop.stream().read(Topics.CAMPAIGN_DECISION).stream()
                .filter(r -> key.equals(r.key()))
                .map(r -> TopicCodec.of(CampaignDecision.class).read(r.value()))
                .toList();
    }
}
