package io.perennial.campaign.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.perennial.common.event.Event;
import io.perennial.common.testkit.Events;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WaitIT extends CampaignSuite {

    private void shortWait(String name, String key) {
        put("/v1/campaigns/" + name, """
                {"trigger": {"type": "event-not-followed", "event": "%1$s Started", "notFollowedBy": "%1$s Finished",
                             "within": "PT2S" %2$s},
                 "actions": [{"type": "email", "template": "abandoned-cart"}]}
                """.formatted(name, key));
    }

    @Test
    void whatIsNotFollowedFiresAndNamesTheProduct() throws Exception {
        shortWait("fires", "");
        String ada = newcomer();
        shop.knows(ada, true);
        shop.stream().publish(started("fires", ada, Instant.now()));

        await().until(() -> mailsTo(ada).size() == 1);
        assertThat(mailsTo(ada).getFirst().getSubject()).isEqualTo("Still thinking about Blue mug?");
        assertThat(waits("fires")).isZero();
    }

    @Test
    void aFollowerCallsItOffInWhicheverOrderTheyArrive() {
        shortWait("followed", "");
        Instant start = Instant.now();
        String after = newcomer();
        String before = newcomer();
        String together = newcomer();
        shop.stream().publish(started("followed", after, start));
        shop.stream().publish(finished("followed", before, start.plusMillis(500)));
        shop.stream()
                .publish(finished("followed", together, start.plusMillis(500)), started("followed", together, start));
        shop.stream().awaitHandled(jdbc, "campaign-events");
        shop.stream().publish(finished("followed", after, start.plusMillis(500)), started("followed", before, start));
        shop.stream().awaitHandled(jdbc, "campaign-events");

        await().until(() -> waits("followed") == 0);
        assertThat(decisions(after, "followed")).isEmpty();
        assertThat(decisions(before, "followed")).isEmpty();
        assertThat(decisions(together, "followed")).isEmpty();
    }

    @Test
    void withAKeyOnlyTheSameCartCallsItOff() {
        shortWait("keyed", ", \"key\": \"cart_id\"");
        Instant start = Instant.now();
        String same = newcomer();
        String other = newcomer();
        shop.stream()
                .publish(
                        withCart(started("keyed", same, start), "c1"),
                        withCart(finished("keyed", same, start.plusMillis(100)), "c1"),
                        withCart(started("keyed", other, start), "c1"),
                        withCart(finished("keyed", other, start.plusMillis(100)), "c2"));

        assertThat(decided(other, "keyed")).isEqualTo("suppressed no_consent");
        assertThat(decisions(same, "keyed")).isEmpty();
    }

    @Test
    void anAnonymousCartIsCalledOffByTheOrderOfTheUserItTurnedOutToBe() {
        shortWait("merged", "");
        String user = newcomer();
        String device = newcomer();
        Instant start = Instant.now();
        shop.knowsDevice(user, device);
        shop.stream()
                .publish(
                        Events.track("merged Started")
                                .byAnonymous(device)
                                .at(start)
                                .build(),
                        finished("merged", user, start.plusMillis(200)));
        shop.stream().awaitHandled(jdbc, "campaign-events");

        await().until(() -> waits("merged") == 0);
        assertThat(decisions(user, "merged")).isEmpty();
    }

    @Test
    void anOldCartIsStaleAtOnce() {
        shortWait("old", "");
        String ada = newcomer();
        shop.stream().publish(started("old", ada, Instant.now().minus(Duration.ofDays(30))));

        assertThat(decided(ada, "old")).isEqualTo("suppressed stale");
        assertThat(waits("old")).isZero();
    }

    private static Event started(String campaign, String userId, Instant at) {
        return Events.track(campaign + " Started")
                .by(userId)
                .at(at)
                .with("name", "Blue mug")
                .build();
    }

    private static Event finished(String campaign, String userId, Instant at) {
        return Events.track(campaign + " Finished").by(userId).at(at).build();
    }

    private static Event withCart(Event event, String cartId) {
        return event.toBuilder()
                .properties(event.properties().with("cart_id", cartId))
                .build();
    }

    private long waits(String campaign) {
        return jdbc.sql("select count(*) from pending_trigger where campaign = :campaign")
                .param("campaign", campaign)
                .query(Long.class)
                .single();
    }
}
