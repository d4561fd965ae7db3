package io.perennial.campaign.delivery;

import io.perennial.campaign.contact.Shopper;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The queue of messages as decisions see it. */
@Component
public class Deliveries {

    private final DeliveryStore store;
    private final Clock clock;

    Deliveries(DeliveryStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * How far a message is.
     *
     * @param cause of the last failed attempt, or of giving up
     * @param finishedAt when it was sent or given up
     */
    public record Progress(
            UUID decisionId,
            int step,
            String channel,
            String state,
            int attempts,
            @Nullable String cause,
            @Nullable Instant finishedAt) {}

    /** Queues a message in the current transaction; the same step of the same decision only once. */
    public void enqueue(Message message, Shopper shopper) {
        store.insert(message, shopper.profileId(), shopper.leading(), clock.instant());
    }

    /** The messages of decisions, in order of their steps. */
    public Map<UUID, List<Progress>> of(Collection<UUID> decisionIds) {
        return store.ofDecisions(decisionIds).stream().collect(Collectors.groupingBy(Progress::decisionId));
    }
}
