package io.perennial.ingest.intake;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.perennial.ingest.check.RejectionCode;
import io.perennial.ingest.source.Source;
import io.perennial.ingest.source.Sources;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Counts what came in. Alert where {@code ingest.events.rejected} by source and code exceeds a few percent of
 * {@code ingest.events.accepted}: a sender was deployed broken. {@code ingest.events.duplicates} rising means that clients
 * retry: look at their answers' latency.
 */
@Component
public final class IntakeMetrics {

    /** The source of what nobody we know has sent. */
    public static final String UNKNOWN = "unknown";

    private final MeterRegistry meters;

    /** Every series stands at zero from the start: an increase from nothing would raise no alert. */
    IntakeMetrics(MeterRegistry meters, Sources sources) {
        this.meters = meters;
        for (Source source : sources.all()) {
            accepted(source.name(), 0);
            duplicates(source.name(), 0);
            for (RejectionCode code : RejectionCode.values()) {
                rejections(source.name(), code.slug()).increment(0);
            }
        }
        rejections(UNKNOWN, RejectionCode.SOURCE_UNKNOWN.slug()).increment(0);
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
        rejections(source, code).increment();
    }

    private Counter rejections(String source, String code) {
        return meters.counter("ingest.events.rejected", "source", source, "code", code);
    }
}
