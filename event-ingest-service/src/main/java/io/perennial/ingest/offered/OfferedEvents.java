package io.perennial.ingest.offered;

import io.perennial.ingest.check.Rejection;
import io.perennial.ingest.check.RejectionCode;
import io.perennial.ingest.intake.Intake;
import io.perennial.ingest.intake.IntakeMetrics;
import io.perennial.ingest.intake.Judgement;
import io.perennial.ingest.intake.Judgement.Passed;
import io.perennial.ingest.intake.Judgement.Refused;
import io.perennial.ingest.publish.Outgoing;
import io.perennial.ingest.publish.TransactionalPublisher;
import io.perennial.ingest.rejected.RejectedEvent;
import io.perennial.ingest.rejected.RejectedEventStore;
import io.perennial.ingest.source.Source;
import io.perennial.ingest.source.Sources;
import io.perennial.ingest.wire.Envelope;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Checks what other producers offer, in the stream runtime's transaction: taken, refused and read commit together. */
@Component
class OfferedEvents {

    private final Sources sources;
    private final Intake intake;
    private final TransactionalPublisher publisher;
    private final RejectedEventStore rejected;
    private final IntakeMetrics metrics;
    private final Clock clock;

    OfferedEvents(
            Sources sources,
            Intake intake,
            TransactionalPublisher publisher,
            RejectedEventStore rejected,
            IntakeMetrics metrics,
            Clock clock) {
        this.sources = sources;
        this.intake = intake;
        this.publisher = publisher;
        this.rejected = rejected;
        this.metrics = metrics;
        this.clock = clock;
    }

    void take(List<OfferedMessage> messages) {
        Instant receivedAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        List<Outgoing> passed = new ArrayList<>();
        List<RejectedEvent> refused = new ArrayList<>();
        for (OfferedMessage message : messages) {
            switch (judge(message, receivedAt)) {
                case Passed one -> passed.add(new Outgoing(one, message.traceparent()));
                case Refused one -> {
                    String name = message.source().isBlank() ? IntakeMetrics.UNKNOWN : message.source();
                    refused.add(RejectedEvent.ofMessage(name, null, Envelope.NONE, one, receivedAt));
                    metrics.rejected(sources.byName(name) == null ? IntakeMetrics.UNKNOWN : name, List.of(one));
                }
            }
        }
        List<Outgoing> fresh = publisher.publish(passed);
        rejected.keep(refused);
        count(passed, fresh);
    }

    private Judgement judge(OfferedMessage message, Instant receivedAt) {
        Source source = sources.byName(message.source());
        if (source == null) {
            return new Refused(
                    0,
                    null,
                    new Rejection(
                            RejectionCode.SOURCE_UNKNOWN,
                            "the record's header \"source\" is \"" + message.source()
                                    + "\"; name a source configured under perennial.ingest.sources"),
                    message.body());
        }
        return intake.judge(List.of(message.body()), null, source, Envelope.NONE, receivedAt)
                .getFirst();
    }

    private void count(List<Outgoing> passed, List<Outgoing> fresh) {
        Map<String, Integer> accepted = bySource(fresh);
        accepted.forEach(metrics::accepted);
        bySource(passed)
                .forEach((source, events) -> metrics.duplicates(source, events - accepted.getOrDefault(source, 0)));
    }

    private static Map<String, Integer> bySource(List<Outgoing> events) {
        Map<String, Integer> counts = new HashMap<>();
        events.forEach(one -> counts.merge(one.passed().event().source(), 1, Integer::sum));
        return counts;
    }
}
