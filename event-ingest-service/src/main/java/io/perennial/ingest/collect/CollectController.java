package io.perennial.ingest.collect;

import io.perennial.common.event.EventType;
import io.perennial.common.web.Problem;
import io.perennial.ingest.publish.Outgoing;
import io.perennial.ingest.source.RateLimits;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The Segment-compatible calls. Reads and writes the raw streams: whatever content type a client sends, and whatever it
 * says it accepts, it is answered with JSON (WIRE.md §2).
 */
@RestController
class CollectController {

    private final RequestBody bodies;
    private final Collector collector;
    private final RateLimits rates;
    private final Answers answers;
    private final Clock clock;

    CollectController(RequestBody bodies, Collector collector, RateLimits rates, Answers answers, Clock clock) {
        this.bodies = bodies;
        this.collector = collector;
        this.rates = rates;
        this.answers = answers;
        this.clock = clock;
    }

    @PostMapping({"/v1/{call:" + CollectPaths.CALLS + "}", "/v1/{call:" + CollectPaths.CALLS + "}/"})
    @Operation(
            summary = "Collects one message, or with batch and import many",
            description = "Segment-compatible; write key by Basic authentication, in the body, or as ?writeKey=")
    void collect(@PathVariable String call, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Instant receivedAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        EventType pathType = CollectPaths.type(call);
        try {
            var read = bodies.read(request, pathType, receivedAt);
            Duration wait = rates.take(read.source(), read.body().messages().size());
            if (wait.isPositive()) {
                answers.problem(
                        response,
                        Problem.of(
                                HttpStatus.TOO_MANY_REQUESTS,
                                "rate-exceeded",
                                "Source " + read.source().name() + " sends more than its rate; wait " + wait.toSeconds()
                                        + " s"),
                        wait);
                return;
            }
            answers.json(
                    response,
                    collector.collect(read.source(), pathType, read.body(), receivedAt, traceparent(request)));
        } catch (Problem problem) {
            answers.problem(response, problem, Answers.RETRY_AFTER_OUTAGE);
        }
    }

    private static @Nullable String traceparent(HttpServletRequest request) {
        return request.getHeader(Outgoing.TRACEPARENT);
    }
}
