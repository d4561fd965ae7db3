package io.perennial.ingest.intake;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Counts what came in. Alert where {@code ingest.events.rejected} by source and code exceeds a few percent of
 * {@code ingest.events.accepted}: a sender was deployed broken. {@code ingest.events.duplicates} rising means that clients
 * retry: look at their answers' latency.
 */
@Component
public final class IntakeMetrics {

    private final MeterRegistry meters;

    IntakeMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    public void accepted(String source, int events) {
        meters.counter("ingest.events.accepted", "source", source).increment(events);
    }

    public void duplicates(String source, int events) {
        meters.counter("ingest.events.duplicates", "source", source).increment(events);
    }

    public void rejected(String source, List<Judgement.Refused> refused) {
        refused.forEach(one -> rejected(source, one.rejection().code().slug()));
    }

    /** Counts one refusal; the source is a configured one, or {@code unknown}: tags are bounded. */
    public void rejected(String source, String code) {
        meters.counter("ingest.events.rejected", "source", source, "code", code).increment();
    }
}
