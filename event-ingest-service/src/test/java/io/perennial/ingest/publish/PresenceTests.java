package io.perennial.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class PresenceTests {

    private Instant now = Instant.parse("2026-03-15T12:00:00Z");
    private final InstantSource time = () -> now;
    private final Presence broker = new Presence(time.withZone(ZoneOffset.UTC), Duration.ofSeconds(10));

    @Test
    void whatIsHereIsAlwaysTried() {
        assertThat(broker.mayTry()).isTrue();
        assertThat(broker.mayTry()).isTrue();
        assertThat(broker.isHere()).isTrue();
    }

    @Test
    void whatIsAwayIsLeftAloneAndThenTriedByOneOnly() {
        broker.away();
        assertThat(broker.mayTry()).isFalse();
        now = now.plusSeconds(10);
        assertThat(broker.mayTry()).isTrue();
        assertThat(broker.mayTry()).isFalse();
        assertThat(broker.isHere()).isFalse();
        broker.here();
        assertThat(broker.mayTry()).isTrue();
        assertThat(broker.mayTry()).isTrue();
    }
}
