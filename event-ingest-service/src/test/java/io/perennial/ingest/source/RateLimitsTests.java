package io.perennial.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.perennial.common.event.Trust;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RateLimitsTests {

    private Instant now = Instant.parse("2026-03-15T12:00:00Z");

    private final RateLimits limits = new RateLimits(new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    });

    @Test
    void aSourceWithoutARateIsNeverHeldUp() {
        assertThat(limits.take(source(null), 1_000_000)).isZero();
        assertThat(limits.take(source(null), 1_000_000)).isZero();
    }

    @Test
    void aSourceMaySendItsRateAndThenWaits() {
        Source source = source(100);
        assertThat(limits.take(source, 100)).isZero();
        assertThat(limits.take(source, 1)).isEqualTo(Duration.ofSeconds(1));
        now = now.plusSeconds(1);
        assertThat(limits.take(source, 100)).isZero();
    }

    @Test
    void aBatchLargerThanTheRatePassesAndIsPaidBack() {
        Source source = source(100);
        assertThat(limits.take(source, 1000)).isZero();
        Duration wait = limits.take(source, 1);
        assertThat(wait).isEqualTo(Duration.ofSeconds(10));
        now = now.plus(wait);
        assertThat(limits.take(source, 1)).isZero();
    }

    private static Source source(@Nullable Integer rate) {
        return new Source("s", Trust.SERVER, new SourceLimits(1000, 1000, 1000, rate));
    }
}
