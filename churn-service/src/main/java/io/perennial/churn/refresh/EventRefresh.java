package io.perennial.churn.refresh;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.perennial.churn.history.HistoryFold;
import io.perennial.churn.history.Shopper;
import io.perennial.churn.history.ShopperHistory;
import io.perennial.churn.history.Shoppers;
import io.perennial.churn.model.ModelRegistry;
import io.perennial.churn.model.ServingModel;
import io.perennial.churn.scoring.Cause;
import io.perennial.churn.scoring.Scores;
import io.perennial.churn.scoring.ScoringProperties;
import io.perennial.common.event.Event;
import io.perennial.common.identity.Identifier;
import io.perennial.common.identity.ProfileId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Folds a batch of events and refreshes the scores of whom they are about, each shopper once. Without a model there is
 * nothing to refresh, so a replay into a new installation only folds. Events of long ago change scores too, but are no cause
 * for a campaign.
 */
@Component
class EventRefresh {

    private final Shoppers shoppers;
    private final ModelRegistry models;
    private final Scores scores;
    private final ScoringProperties properties;
    private final Clock clock;
    private final Timer latency;

    EventRefresh(
            Shoppers shoppers,
            ModelRegistry models,
            Scores scores,
            ScoringProperties properties,
            Clock clock,
            MeterRegistry meters) {
        this.shoppers = shoppers;
        this.models = models;
        this.scores = scores;
        this.properties = properties;
        this.clock = clock;
        this.latency = Timer.builder("churn.score.latency")
                .description("From a live event's receipt to its shopper's score")
                .publishPercentileHistogram()
                .register(meters);
    }

    void handle(List<Event> batch) {
        Map<Identifier, ShopperHistory> changed = shoppers.record(batch);
        ServingModel model = models.current();
        if (model == null || changed.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        List<Event> live = batch.stream()
                .filter(HistoryFold::isBehaviour)
                .filter(event -> event.occurredAt().isAfter(now.minus(properties.liveWithin())))
                .toList();
        Set<Identifier> active = live.stream().map(Event::identifier).collect(Collectors.toSet());
        List<Shopper> touched = shoppers.of(changed);
        Set<ProfileId> happened = new HashSet<>();
        for (Shopper shopper : touched) {
            if (shopper.identifiers().stream().anyMatch(active::contains)) {
                happened.add(shopper.profileId());
            }
        }
        scores.refresh(model, touched, now, happened, Cause.MODEL);
        live.forEach(event -> latency.record(positive(Duration.between(event.receivedAt(), clock.instant()))));
    }

    private static Duration positive(Duration duration) {
        return duration.isNegative() ? Duration.ZERO : duration;
    }
}
