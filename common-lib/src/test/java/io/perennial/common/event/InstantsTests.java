package io.perennial.common.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstantsTests {

    @Test
    void anInstantsOwnTextIsReadBack() {
        Random random = new Random(1);
        for (int i = 0; i < 10_000; i++) {
            long seconds = random.nextLong(-62_000_000_000L, 253_000_000_000L);
            int digits = random.nextInt(4) * 3;
            long nanos = random.nextInt((int) Math.pow(10, digits)) * (long) Math.pow(10, 9 - digits);
            Instant instant = Instant.ofEpochSecond(seconds, nanos);
            assertThat(Instants.parse(instant.toString())).isEqualTo(instant);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-01T12:30:00.1Z",
                "2026-03-01T12:30:00.Z",
                "2026-03-01T12:30:00.123456789Z",
                "2026-03-01T12:30:00+02:00",
                "2026-03-01T23:59:60Z",
                "+12026-03-01T12:30:00Z",
                "2024-02-29T00:00:00Z",
                "2026-03-01T24:00:00Z",
                "2026-03-01T12:30:00z"
            })
    void whatTheJdkReadsIsReadTheSame(String text) {
        assertThat(Instants.parse(text)).isEqualTo(Instant.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "2026-02-30T12:30:00Z",
                "2026-13-01T12:30:00Z",
                "2026-03-01 12:30:00Z",
                "2026-03-01T12:30:00,5Z",
                "2026-03-01T12:30:00.1234567890Z",
                "2026-03-01T12:61:00Z",
                "2026-03-01T12:30:00 Z"
            })
    void whatTheJdkRefusesIsRefused(String text) {
        assertThatThrownBy(() -> Instant.parse(text)).isInstanceOf(DateTimeParseException.class);
        assertThatThrownBy(() -> Instants.parse(text)).isInstanceOf(DateTimeParseException.class);
    }
}
