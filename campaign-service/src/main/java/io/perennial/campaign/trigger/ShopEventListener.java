package io.perennial.campaign.trigger;

import io.perennial.campaign.decision.Decisions;
import io.perennial.campaign.purchase.PurchaseLedger;
import io.perennial.campaign.wait.WaitPoller;
import io.perennial.campaign.wait.WaitProperties;
import io.perennial.campaign.wait.Waits;
import io.perennial.common.event.Event;
import io.perennial.common.stream.Subscription;
import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Reads shop events: orders for the report, triggers for campaigns. */
@Component
class ShopEventListener {

    private final PurchaseLedger purchases;
    private final CurrentMatcher matcher;
    private final Waits waits;
    private final Decisions decisions;
    private final WaitProperties properties;
    private final Clock clock;

    ShopEventListener(
            PurchaseLedger purchases,
            CurrentMatcher matcher,
            Waits waits,
            Decisions decisions,
            WaitProperties properties,
            Clock clock) {
        this.purchases = purchases;
        this.matcher = matcher;
        this.waits = waits;
        this.decisions = decisions;
        this.properties = properties;
        this.clock = clock;
    }

    void handle(List<Event> batch) {
        purchases.record(batch);
        TriggerReading reading = new TriggerReading(matcher.get(), clock.instant(), properties.grace());
        batch.forEach(reading::read);
        waits.add(reading.book());
        decisions.suppressStale(reading.stale());
    }

    /** Subscribes it. */
    @Configuration
    static class Streams {
        @Bean
        Subscription<Event> shopEvents(ShopEventListener listener) {
            return Subscription.toEvents(WaitPoller.EVENT_GROUP, listener::handle);
        }
    }
}
