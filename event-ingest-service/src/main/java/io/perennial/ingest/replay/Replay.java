package io.perennial.ingest.replay;

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
import io.perennial.ingest.rejected.RejectedEvent.Kind;
import io.perennial.ingest.rejected.RejectedEventStore;
import io.perennial.ingest.source.Source;
import io.perennial.ingest.source.Sources;
import io.perennial.ingest.wire.BodyParser;
import io.perennial.ingest.wire.MalformedBodyException;
import io.perennial.ingest.wire.WireBody;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends kept events through the checks again, with the source and time they first came with. All in one transaction: an
 * event is marked replayed exactly when it will be published.
 */
@Component
class Replay {

    private final Sources sources;
    private final Intake intake;
    private final BodyParser parser;
    private final TransactionalPublisher publisher;
    private final RejectedEventStore rejected;
    private final IntakeMetrics metrics;
    private final JsonMapper json;

    Replay(
            Sources sources,
            Intake intake,
            BodyParser parser,
            TransactionalPublisher publisher,
            RejectedEventStore rejected,
            IntakeMetrics metrics,
            JsonMapper json) {
        this.sources = sources;
        this.intake = intake;
        this.parser = parser;
        this.publisher = publisher;
        this.rejected = rejected;
        this.metrics = metrics;
        this.json = json;
    }

    @Transactional
    public ReplayOutcome replay(ReplayRequest request) {
        Set<UUID> notFound = new LinkedHashSet<>(request.all());
        List<UUID> replayed = new ArrayList<>();
        List<Outgoing> passed = new ArrayList<>();
        List<ReplayOutcome.Item> refused = new ArrayList<>();
        for (RejectedEvent event : rejected.lock(request.all())) {
            notFound.remove(event.id());
            List<Judgement> judgements = judge(event, request.correction(event.id()));
            List<Refused> again = new ArrayList<>();
            for (Judgement judgement : judgements) {
                switch (judgement) {
                    case Passed one -> passed.add(new Outgoing(one, null));
                    case Refused one -> again.add(one);
                }
            }
            again.forEach(one -> refused.add(new ReplayOutcome.Item(
                    event.id(),
                    one.messageId(),
                    one.rejection().code().slug(),
                    one.rejection().detail())));
            if (settle(event, judgements, again)) {
                replayed.add(event.id());
            }
        }
        List<Outgoing> fresh = publisher.publish(passed);
        rejected.markReplayed(replayed);
        fresh.forEach(one -> metrics.accepted(one.passed().event().source(), 1));
        return new ReplayOutcome(fresh.size(), passed.size() - fresh.size(), refused, List.copyOf(notFound));
    }

    /** Whether the row is done with; of a body that could now be cut up, bad messages become rows of their own. */
    private boolean settle(RejectedEvent event, List<Judgement> judgements, List<Refused> again) {
        boolean cutUp = event.kind() == Kind.BODY && !(again.size() == 1 && judgements.size() == 1);
        if (again.isEmpty()) {
            return true;
        }
        if (cutUp) {
            rejected.keep(again.stream()
                    .map(one -> RejectedEvent.ofMessage(
                            event.source(), event.pathType(), event.envelope(), one, event.receivedAt()))
                    .toList());
            return true;
        }
        Rejection why = again.getFirst().rejection();
        rejected.markRefusedAgain(event.id(), why.code().slug(), why.detail());
        return false;
    }

    private List<Judgement> judge(RejectedEvent event, @Nullable Map<String, @Nullable Object> correction) {
        Source source = sources.byName(event.source());
        byte[] body = correction == null ? event.body() : json.writeValueAsBytes(correction);
        if (source == null) {
            return refused(
                    body,
                    RejectionCode.SOURCE_UNKNOWN,
                    "source \"" + event.source() + "\" is not configured under perennial.ingest.sources");
        }
        if (event.kind() == Kind.EVENT) {
            return intake.judge(List.of(body), event.pathType(), source, event.envelope(), event.receivedAt());
        }
        if (event.truncated() && correction == null) {
            return refused(body, RejectionCode.BODY_TOO_LARGE, "only the beginning was kept; send a correction");
        }
        try {
            WireBody wire = event.pathType() == null ? parser.batch(body) : parser.single(body);
            return intake.judge(wire.messages(), event.pathType(), source, wire.envelope(), event.receivedAt());
        } catch (MalformedBodyException e) {
            return refused(body, RejectionCode.BODY_MALFORMED, String.valueOf(e.getMessage()));
        }
    }

    private static List<Judgement> refused(byte[] body, RejectionCode code, String detail) {
        return List.of(new Refused(0, null, new Rejection(code, detail), body));
    }
}
