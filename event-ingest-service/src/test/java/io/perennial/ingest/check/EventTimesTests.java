package io.perennial.ingest.check;

import static io.perennial.ingest.check.Checks.NOW;
import static io.perennial.ingest.check.Checks.accepted;
import static io.perennial.ingest.check.Checks.check;
import static io.perennial.ingest.check.Checks.rejected;
import static org.assertj.core.api.Assertions.assertThat;

import io.perennial.common.event.Attributes;
import io.perennial.common.event.Event;
import io.perennial.common.event.Trust;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventTimesTests {

    private static final Instant SENT_BY_A_SLOW_CLOCK = NOW.minus(Duration.ofHours(10));

    @Test
    void anOriginalTimestampIsCorrectedByTheSendersClock() {
        Event event = page("\"originalTimestamp\":\"" + SENT_BY_A_SLOW_CLOCK.minusSeconds(60) + "\",\"sentAt\":\""
                + SENT_BY_A_SLOW_CLOCK + "\"");
        assertThat(event.timestamp()).isEqualTo(NOW.minusSeconds(60));
        assertThat(event.originalTimestamp()).isEqualTo(SENT_BY_A_SLOW_CLOCK.minusSeconds(60));
        assertThat(event.sentAt()).isEqualTo(SENT_BY_A_SLOW_CLOCK);
    }

    @Test
    void aTimestampAloneIsTheOriginalOne() {
        Event event = page("\"timestamp\":\"" + SENT_BY_A_SLOW_CLOCK.minusSeconds(60) + "\",\"sentAt\":\""
                + SENT_BY_A_SLOW_CLOCK + "\"");
        assertThat(event.timestamp()).isEqualTo(NOW.minusSeconds(60));
        assertThat(event.originalTimestamp()).isEqualTo(SENT_BY_A_SLOW_CLOCK.minusSeconds(60));
    }

    @Test
    void aTimestampBesideAnOriginalOneIsAnImportAndStays() {
        Event event = page("\"timestamp\":\"2011-12-09T12:50:00Z\",\"originalTimestamp\":\"" + SENT_BY_A_SLOW_CLOCK
                + "\",\"sentAt\":\"" + SENT_BY_A_SLOW_CLOCK + "\"");
        assertThat(event.timestamp()).isEqualTo("2011-12-09T12:50:00Z");
    }

    @Test
    void withoutSentAtATimeStays() {
        assertThat(page("\"timestamp\":\"2011-12-09T12:50:00Z\"").timestamp()).isEqualTo("2011-12-09T12:50:00Z");
    }

    @Test
    void theBatchesSentAtServesWhereTheMessageHasNone() {
        var receipt = new Receipt("shop", Trust.BROWSER, NOW, SENT_BY_A_SLOW_CLOCK, Attributes.EMPTY, Attributes.EMPTY);
        String original = "\"originalTimestamp\":\"" + SENT_BY_A_SLOW_CLOCK.minusSeconds(60) + "\"";
        assertThat(accepted(check("{\"type\":\"page\",\"userId\":\"u\"," + original + "}", null, receipt))
                        .timestamp())
                .isEqualTo(NOW.minusSeconds(60));
        String own = ",\"sentAt\":\"" + SENT_BY_A_SLOW_CLOCK.minusSeconds(30) + "\"";
        assertThat(accepted(check("{\"type\":\"page\",\"userId\":\"u\"," + original + own + "}", null, receipt))
                        .timestamp())
                .isEqualTo(NOW.minusSeconds(30));
    }

    @Test
    void aSentAtThatIsNoDateCorrectsNothing() {
        assertThat(page("\"timestamp\":\"2011-12-09T12:50:00Z\",\"sentAt\":\"soon\"")
                        .timestamp())
                .isEqualTo("2011-12-09T12:50:00Z");
    }

    @Test
    void withoutAnyTimeItIsWhenItWasReceived() {
        assertThat(page("\"properties\":{}").timestamp()).isEqualTo(NOW);
    }

    @Test
    void aLittleAheadIsNow() {
        Event event = page("\"timestamp\":\"" + NOW.plusSeconds(200) + "\"");
        assertThat(event.timestamp()).isEqualTo(NOW);
        assertThat(event.future()).isFalse();
    }

    @Test
    void furtherAheadIsMarkedAndMovesNoClock() {
        Event event = page("\"timestamp\":\"" + NOW.plus(Duration.ofDays(2)) + "\"");
        assertThat(event.future()).isTrue();
        assertThat(event.occurredAt()).isEqualTo(NOW);
    }

    @Test
    void tooFarAheadIsRefused() {
        assertThat(rejected("{\"type\":\"page\",\"userId\":\"u\",\"timestamp\":\"2999-01-01T00:00:00Z\"}")
                        .code())
                .isEqualTo(RejectionCode.TIMESTAMP_TOO_LATE);
    }

    @Test
    void aClockThatWasNeverSetIsRefused() {
        assertThat(rejected("{\"type\":\"page\",\"userId\":\"u\",\"timestamp\":\"1970-01-01T00:00:12Z\"}")
                        .code())
                .isEqualTo(RejectionCode.TIMESTAMP_TOO_EARLY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"2026-02-30T00:00:00Z\"",
                "\"2026-13-01\"",
                "\"yesterday\"",
                "\"\"",
                "1773576000000",
                "{}",
                "\"2026-03-15T25:00:00Z\"",
                "\"+999999999-01-01T00:00:00Z\"",
                "\"-0001-01-01T00:00:00Z\""
            })
    void whatIsNoDateIsRefused(String timestamp) {
        Rejection rejection = rejected("{\"type\":\"page\",\"userId\":\"u\",\"timestamp\":" + timestamp + "}");
        assertThat(rejection.code()).isEqualTo(RejectionCode.TIMESTAMP_INVALID);
        assertThat(rejection.detail()).startsWith("timestamp");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-15T10:00:00Z,2026-03-15T10:00:00Z",
        "2026-03-15T10:00:00.123456789Z,2026-03-15T10:00:00.123456Z",
        "2026-03-15T10:00:00+02:00,2026-03-15T08:00:00Z",
        "2026-03-15T10:00:00.5+0200,2026-03-15T08:00:00.500Z",
        "2026-03-15T10:00:00,2026-03-15T10:00:00Z",
        "2026-03-15 10:00:00,2026-03-15T10:00:00Z",
        "2026-03-15 10:00,2026-03-15T10:00:00Z",
        "2026-03-15 10:00:00 +00:00,2026-03-15T10:00:00Z",
        "2026-03-15,2026-03-15T00:00:00Z",
        "2026-03-15t10:00:00z,2026-03-15T10:00:00Z"
    })
    void theFormsInCirculationAreRead(String sent, Instant read) {
        assertThat(Timestamps.parse(sent)).isEqualTo(read);
    }

    private static Event page(String fields) {
        return accepted("{\"type\":\"page\",\"userId\":\"u\"," + fields + "}");
    }
}
