package io.perennial.campaign.trigger;

import io.perennial.campaign.decision.Candidate;
import io.perennial.campaign.definition.Campaign;
import io.perennial.campaign.definition.Trigger;
import io.perennial.campaign.wait.Follower;
import io.perennial.campaign.wait.WaitBook;
import io.perennial.campaign.wait.Waiting;
import io.perennial.common.event.Event;
import io.perennial.common.identity.ProfileId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Reads a batch of events for what it means to campaigns: new waits, followers, and old news of which one a shopper a
 * campaign is enough; pure.
 */
final class TriggerReading {

    private final CampaignMatcher matcher;
    private final Instant now;
    private final Duration grace;
    private final WaitBook book = new WaitBook();
    private final Map<StaleKey, Candidate> stale = new HashMap<>();

    TriggerReading(CampaignMatcher matcher, Instant now, Duration grace) {
        this.matcher = matcher;
        this.now = now;
        this.grace = grace;
    }

    private record StaleKey(String campaign, UUID profileId) {}

    void read(Event event) {
        matcher.match(event, match -> {
            switch (match) {
                case CampaignMatcher.Match.Seen triggers -> seen(triggers.campaign(), event);
                case CampaignMatcher.Match.Started(Campaign campaign, Trigger.EventNotFollowed trigger) ->
                    started(campaign, trigger, event);
                case CampaignMatcher.Match.Followed(Campaign campaign, Trigger.EventNotFollowed trigger) ->
                    followed(campaign, trigger, event);
            }
        });
    }

    WaitBook book() {
        return book;
    }

    Collection<Candidate> stale() {
        return stale.values();
    }

    private void seen(Campaign campaign, Event event) {
        Instant at = event.occurredAt();
        if (isOld(campaign, at)) {
            addStale(campaign, event, at);
        } else {
            book.add(new Waiting(candidate(campaign, event, at, EventFacts.of(event)), "", at, now, false));
        }
    }

    private void started(Campaign campaign, Trigger.EventNotFollowed trigger, Event event) {
        Instant at = event.occurredAt();
        Instant due = at.plus(trigger.within());
        if (isOld(campaign, due)) {
            addStale(campaign, event, due);
        } else {
            book.add(new Waiting(
                    candidate(campaign, event, due, EventFacts.of(event)),
                    key(trigger, event),
                    at,
                    due.plus(grace),
                    true));
        }
    }

    private void followed(Campaign campaign, Trigger.EventNotFollowed trigger, Event event) {
        Instant relevantUntil = event.occurredAt()
                .plus(trigger.within())
                .plus(campaign.freshness())
                .plus(grace);
        if (!relevantUntil.isBefore(now)) {
            book.add(new Follower(
                    campaign.name(),
                    ProfileId.of(event.identifier()),
                    key(trigger, event),
                    event.occurredAt(),
                    relevantUntil));
        }
    }

    private boolean isOld(Campaign campaign, Instant triggeredAt) {
        return triggeredAt.plus(campaign.freshness()).isBefore(now);
    }

    private void addStale(Campaign campaign, Event event, Instant triggeredAt) {
        Candidate candidate = candidate(campaign, event, triggeredAt, Map.of());
        stale.putIfAbsent(new StaleKey(campaign.name(), candidate.profileId().value()), candidate);
    }

    private static Candidate candidate(Campaign campaign, Event event, Instant at, Map<String, String> facts) {
        return new Candidate(
                campaign.name(),
                event.identifier(),
                ProfileId.of(event.identifier()),
                event.messageId(),
                at,
                event.receivedAt(),
                false,
                facts);
    }

    private static String key(Trigger.EventNotFollowed trigger, Event event) {
        String property = trigger.key();
        String value = property == null ? null : event.properties().text(property);
        return value == null ? "" : EventFacts.bounded(value);
    }
}
