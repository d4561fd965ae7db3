package io.perennial.campaign.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import io.perennial.campaign.decision.Candidate;
import io.perennial.campaign.definition.Campaign;
import io.perennial.campaign.definition.EventPattern;
import io.perennial.campaign.definition.Reentry;
import io.perennial.campaign.definition.Trigger;
import io.perennial.common.event.Event;
import io.perennial.common.event.EventType;
import io.perennial.common.event.Trust;
import io.perennial.common.testkit.Events;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TriggerReadingTests {

    private static final Instant NOW = Instant.parse("2026-03-10T10:00:00Z");
    private static final Campaign WELCOME =
            campaign("welcome", true, new Trigger.EventSeen(EventPattern.ofType(EventType.IDENTIFY)));
    private static final Campaign BIG_ORDER = campaign(
            "big-order",
            true,
            new Trigger.EventSeen(new EventPattern("Order Completed", null, Map.of("coupon", "X", "total", "10"))));
    private static final Campaign PAUSED =
            campaign("paused", false, new Trigger.EventSeen(EventPattern.ofType(EventType.IDENTIFY)));
    private static final Campaign AFTER_MAIL =
            campaign("after-mail", true, new Trigger.EventSeen(EventPattern.named("Email Delivered")));
    private static final Campaign ANY_TRACK =
            campaign("any-track", true, new Trigger.EventSeen(EventPattern.ofType(EventType.TRACK)));

    @Test
    void campaignsAreFoundByTypeAndByNameInAnyCase() {
        assertThat(matches(Events.identify("u1").at(NOW).build(), WELCOME, PAUSED))
                .containsExactly("welcome");
        assertThat(matches(
                        Events.track("order completed")
                                .by("u1")
                                .with("coupon", "X")
                                .with("total", 10.0)
                                .build(),
                        BIG_ORDER))
                .containsExactly("big-order");
        assertThat(matches(
                        Events.track("Completed Order")
                                .by("u1")
                                .with("coupon", "X")
                                .with("total", "10.00")
                                .build(),
                        BIG_ORDER))
                .containsExactly("big-order");
        assertThat(matches(
                        Events.track("Order Completed")
                                .by("u1")
                                .with("coupon", "Y")
                                .build(),
                        BIG_ORDER))
                .isEmpty();
    }

    @Test
    void ownSendsTriggerOnlyCampaignsThatNameThem() {
        Event sent = Events.track("Email Delivered")
                .by("u1")
                .from(Event.OWN_SOURCE, Trust.SERVER)
                .build();

        assertThat(matches(sent, AFTER_MAIL, ANY_TRACK)).containsExactly("after-mail");
    }

    @Test
    void aReplayedYearLeavesOneStaleCandidateForEachShopper() {
        TriggerReading reading =
                new TriggerReading(new CampaignMatcher(List.of(WELCOME, ANY_TRACK)), NOW, Duration.ZERO);
        for (int i = 0; i < 1000; i++) {
            reading.read(Events.track("Product Viewed")
                    .by("u" + i % 7)
                    .at(NOW.minus(Duration.ofDays(i % 365 + 1)))
                    .build());
        }

        assertThat(reading.stale()).hasSize(7).extracting(Candidate::campaign).containsOnly("any-track");
    }

    @Test
    void productNamesBecomeFacts() {
        assertThat(EventFacts.of(Events.addedToCart("p1")
                        .by("u1")
                        .with("name", "Blue mug")
                        .build()))
                .containsEntry("product", "Blue mug")
                .containsEntry("event.product_id", "p1");
        assertThat(EventFacts.of(Events.order("o1")
                        .by("u1")
                        .line("p1", 1, "2")
                        .line("p2", 1, "3")
                        .build()))
                .containsEntry("products", "p1, p2");
    }

    @Test
    void factsAreBoundedAndFitTheDatabase() {
        String long_ = "x".repeat(299) + "\uD83C\uDF81" + "tail";
        Event event = Events.track("Any")
                .by("u1")
                .with("note", "a\0b")
                .with("no name", "x")
                .with("long", long_)
                .build();

        assertThat(EventFacts.of(event))
                .containsEntry("event.note", "ab")
                .containsEntry("event.long", "x".repeat(299))
                .hasSize(2);
    }

    private static List<String> matches(Event event, Campaign... campaigns) {
        List<String> names = new ArrayList<>();
        new CampaignMatcher(List.of(campaigns)).match(event, match -> {
            if (match instanceof CampaignMatcher.Match.Seen seen) {
                names.add(seen.campaign().name());
            }
        });
        return names;
    }

    private static Campaign campaign(String name, boolean active, Trigger trigger) {
        return new Campaign(
                name,
                1,
                active,
                trigger,
                null,
                new Reentry.Never(),
                Duration.ofHours(1),
                Duration.ofDays(14),
                name,
                0,
                List.of());
    }
}
