package io.perennial.ingest.source;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Holds each source to its rate, on this replica: a token bucket of one second's events. A batch larger than what is left
 * passes and is paid back, so that a batch larger than the rate is slow, not impossible.
 */
@Component
public final class RateLimits {

    private final Clock clock;
    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

    public RateLimits(Clock clock) {
        this.clock = clock;
    }

    /** Zero where the source may send these events now; else how long to wait, in whole seconds. */
    public Duration take(Source source, int events) {
        Integer rate = source.limits().eventsPerSecond();
        if (rate == null) {
            return Duration.ZERO;
        }
        return buckets.computeIfAbsent(source.name(), name -> new Bucket(rate, clock.millis()))
                .take(events, clock.millis());
    }

    /** A source's tokens; below zero it owes. */
    private static final class Bucket {
        private final int rate;
        private double tokens;
        private long filledAt;

        Bucket(int rate, long now) {
            this.rate = rate;
            this.tokens = rate;
            this.filledAt = now;
        }

        synchronized Duration take(int events, long now) {
            tokens = Math.min(rate, tokens + Math.max(0, now - filledAt) * rate / 1000.0);
            filledAt = now;
            if (tokens < Math.min(1, events)) {
                return Duration.ofSeconds((long) Math.ceil((1 - tokens) / rate));
            }
            tokens -= events;
            return Duration.ZERO;
        }
    }
}
