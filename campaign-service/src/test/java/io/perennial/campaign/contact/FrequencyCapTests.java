package io.perennial.campaign.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrequencyCapTests {

    private static final Instant NOW = Instant.parse("2026-03-10T10:00:00Z");
    private final FrequencyCap cap = new FrequencyCap(2, Duration.ofDays(7));

    @Test
    void twoWithinTheWeekAreEnough() {
        assertThat(cap.allows(List.of(NOW.minusSeconds(60)), NOW)).isTrue();
        assertThat(cap.allows(List.of(NOW.minusSeconds(60), NOW.minus(Duration.ofDays(6))), NOW))
                .isFalse();
    }

    @Test
    void whatIsAWeekOldCountsNoMore() {
        assertThat(cap.allows(List.of(NOW.minusSeconds(60), NOW.minus(Duration.ofDays(7))), NOW))
                .isTrue();
    }
}
