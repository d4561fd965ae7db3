package io.perennial.ingest.collect;

import io.perennial.common.event.EventType;
import io.perennial.common.web.Problem;
import io.perennial.ingest.duplicate.MessageKey;
import io.perennial.ingest.duplicate.SeenMessages;
import io.perennial.ingest.intake.Intake;
import io.perennial.ingest.intake.IntakeMetrics;
import io.perennial.ingest.intake.Judgement;
import io.perennial.ingest.intake.Judgement.Passed;
import io.perennial.ingest.intake.Judgement.Refused;
import io.perennial.ingest.publish.Database;
import io.perennial.ingest.publish.EventPublisher;
import io.perennial.ingest.publish.Outgoing;
import io.perennial.ingest.publish.Spool;
import io.perennial.ingest.rejected.RejectedEvent;
import io.perennial.ingest.rejected.RejectedEventStore;
import io.perennial.ingest.source.Source;
import io.perennial.ingest.wire.WireBody;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes a batch: judge, drop what is known, publish and wait, then mark as taken, spool what the broker did not
 * acknowledge and keep what was refused, in one transaction. No connection is held while waiting for the broker, so an
 * outage there never exhausts the pool here.
 */
@Component
class Collector {

    private final Intake intake;
    private final SeenMessages seen;
    private final EventPublisher publisher;
    private final Spool spool;
    private final RejectedEventStore rejected;
    private final Database database;
    private final IntakeMetrics metrics;

    Collector(
            Intake intake,
            SeenMessages seen,
            EventPublisher publisher,
            Spool spool,
            RejectedEventStore rejected,
            Database database,
            IntakeMetrics metrics) {
        this.intake = intake;
        this.seen = seen;
        this.publisher = publisher;
        this.spool = spool;
        this.rejected = rejected;
        this.database = database;
        this.metrics = metrics;
    }

    /**
     * Returns once every message is durable: with the broker, in the spool, or among the rejected.
     *
     * @throws Problem 503 where the database is away and something cannot be kept without it
     */
    Outcome collect(
            Source source,
            @Nullable EventType pathType,
            WireBody body,
            Instant receivedAt,
            @Nullable String traceparent) {
        List<Outgoing> passed = new ArrayList<>();
        List<Refused> refused = new ArrayList<>();
        for (Judgement judgement : intake.judge(body.messages(), pathType, source, body.envelope(), receivedAt)) {
            switch (judgement) {
                case Passed one -> passed.add(new Outgoing(one, traceparent));
                case Refused one -> refused.add(one);
            }
        }
        int accepted = take(
                passed,
                refused.stream()
                        .map(one -> RejectedEvent.ofMessage(source.name(), pathType, body.envelope(), one, receivedAt))
                        .toList());
        int duplicates = passed.size() - accepted;
        metrics.accepted(source.name(), accepted);
        metrics.duplicates(source.name(), duplicates);
        metrics.rejected(source.name(), refused);
        return new Outcome(
                true,
                accepted,
                duplicates,
                refused.stream().map(Outcome.Item::of).toList());
    }

    /** Keeps a body that could not be cut into messages; 503 where it cannot. */
    void keep(RejectedEvent body) {
        Boolean kept = database.inTransaction(() -> {
            rejected.keep(List.of(body));
            return true;
        });
        if (kept == null) {
            throw away();
        }
        metrics.rejected(body.source(), body.code());
    }

    /** How many of the events nobody had taken before. */
    private int take(List<Outgoing> passed, List<RejectedEvent> refused) {
        Map<MessageKey, Outgoing> fresh = Outgoing.distinct(passed);
        Set<MessageKey> known = database.query(() -> seen.known(fresh.keySet()));
        if (known != null) {
            fresh.keySet().removeAll(known);
        }
        if (known == null && !refused.isEmpty()) {
            throw away();
        }
        if (fresh.isEmpty() && refused.isEmpty()) {
            return 0;
        }
        Set<Outgoing> missed = identities(publisher.publish(fresh.values()));
        Set<MessageKey> claimed = database.inTransaction(() -> {
            Set<MessageKey> mine = seen.claim(fresh.keySet());
            Map<MessageKey, Outgoing> toSpool = new LinkedHashMap<>(fresh);
            toSpool.keySet().retainAll(mine);
            toSpool.values().removeIf(event -> !missed.contains(event));
            spool.keep(toSpool.values());
            rejected.keep(refused);
            return mine;
        });
        if (claimed != null) {
            return claimed.size();
        }
        if (!missed.isEmpty() || !refused.isEmpty()) {
            throw away();
        }
        return fresh.size();
    }

    /** Compared as objects: the same event is the same instance here, and its hash would walk through all of it. */
    private static Set<Outgoing> identities(List<Outgoing> events) {
        Set<Outgoing> identities = Collections.newSetFromMap(new IdentityHashMap<>());
        identities.addAll(events);
        return identities;
    }

    private static Problem away() {
        return Problem.unavailable(
                "nowhere-durable", "The events can be kept nowhere now; send the same request again in a few seconds.");
    }
}
