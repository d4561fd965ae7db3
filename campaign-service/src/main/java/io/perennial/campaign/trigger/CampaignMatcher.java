package io.perennial.campaign.trigger;

import io.perennial.campaign.definition.Campaign;
import io.perennial.campaign.definition.EventPattern;
import io.perennial.campaign.definition.Trigger;
import io.perennial.common.event.Event;
import io.perennial.common.event.EventType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The active campaigns indexed by what triggers them, so that an event is looked up instead of asked round; pure. */
final class CampaignMatcher {

    private final Map<String, List<Match>> byEvent = new HashMap<>();
    private final Map<String, List<Campaign>> byBand = new HashMap<>();

    CampaignMatcher(List<Campaign> campaigns) {
        campaigns.stream().filter(Campaign::active).forEach(this::index);
    }

    /** What an event may mean to a campaign. */
    sealed interface Match {

        EventPattern pattern();

        /** It triggers it. */
        record Seen(Campaign campaign, EventPattern pattern) implements Match {}

        /** It starts a wait. */
        record Started(Campaign campaign, Trigger.EventNotFollowed trigger) implements Match {
            @Override
            public EventPattern pattern() {
                return trigger.event();
            }
        }

        /** It calls a wait off. */
        record Followed(Campaign campaign, Trigger.EventNotFollowed trigger) implements Match {
            @Override
            public EventPattern pattern() {
                return trigger.notFollowedBy();
            }
        }
    }

    void match(Event event, Consumer<Match> found) {
        String name = event.name();
        if (event.type() == EventType.TRACK && name != null) {
            matchIn(EventPattern.nameKey(name), event, found);
        }
        matchIn(EventPattern.typeKey(event.type()), event, found);
    }

    List<Campaign> ofBand(String band) {
        return byBand.getOrDefault(band, List.of());
    }

    private void matchIn(String key, Event event, Consumer<Match> found) {
        for (Match match : byEvent.getOrDefault(key, List.of())) {
            if (match.pattern().matches(event)) {
                found.accept(match);
            }
        }
    }

    private void index(Campaign campaign) {
        switch (campaign.trigger()) {
            case Trigger.ChurnBandReached(var bands) ->
                bands.forEach(band ->
                        byBand.computeIfAbsent(band, b -> new ArrayList<>()).add(campaign));
            case Trigger.EventSeen(EventPattern pattern) -> add(new Match.Seen(campaign, pattern));
            case Trigger.EventNotFollowed trigger -> {
                add(new Match.Started(campaign, trigger));
                add(new Match.Followed(campaign, trigger));
            }
        }
    }

    private void add(Match match) {
        byEvent.computeIfAbsent(match.pattern().indexKey(), key -> new ArrayList<>())
                .add(match);
    }
}
