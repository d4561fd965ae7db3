package io.perennial.ingest.check;

import io.perennial.common.event.Attributes;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** When an event happened, corrected for a sender's wrong clock (WIRE.md §3). */
record EventTimes(
        Instant timestamp,
        @Nullable Instant sentAt,
        @Nullable Instant originalTimestamp) {

    /**
     * {@code receivedAt − (sentAt − original)}, where original is {@code originalTimestamp}, else {@code timestamp}. A
     * timestamp given beside an originalTimestamp is a historic import and stays as it is. A sentAt that is no date is as
     * good as none: it only corrects a clock.
     */
    static EventTimes read(Attributes message, Receipt receipt, TimePolicy policy, Findings findings) {
        Instant given = read(message, "timestamp", findings);
        Instant original = read(message, "originalTimestamp", findings);
        Instant own = Timestamps.parse(message.asMap().get("sentAt"));
        Instant sentAt = own != null ? own : receipt.sentAt();

        Instant timestamp;
        if (given != null && original != null) {
            timestamp = given;
        } else {
            original = original != null ? original : given;
            timestamp = corrected(original, sentAt, receipt.receivedAt());
        }
        return new EventTimes(believed(timestamp, receipt, policy, findings), sentAt, original);
    }

    private static Instant corrected(@Nullable Instant original, @Nullable Instant sentAt, Instant receivedAt) {
        if (original == null) {
            return receivedAt;
        }
        return sentAt == null ? original : receivedAt.minus(Duration.between(original, sentAt));
    }

    private static Instant believed(Instant timestamp, Receipt receipt, TimePolicy policy, Findings findings) {
        Instant receivedAt = receipt.receivedAt();
        if (timestamp.isBefore(policy.earliest())) {
            findings.refuse(
                    RejectionCode.TIMESTAMP_TOO_EARLY,
                    "timestamp " + timestamp + " is before " + policy.earliest()
                            + "; set the sender's clock, or send the date the event happened");
        } else if (timestamp.isAfter(receivedAt.plus(policy.futureLimit()))) {
            findings.refuse(
                    RejectionCode.TIMESTAMP_TOO_LATE,
                    "timestamp " + timestamp + " is more than "
                            + policy.futureLimit().toDays() + " days ahead; send the date the event happened");
        } else if (timestamp.isAfter(receivedAt) && !timestamp.isAfter(receivedAt.plus(policy.futureTolerance()))) {
            return receivedAt;
        }
        return timestamp.truncatedTo(ChronoUnit.MICROS);
    }

    private static @Nullable Instant read(Attributes message, String field, Findings findings) {
        Object value = message.asMap().get(field);
        if (value == null) {
            return null;
        }
        Instant instant = Timestamps.parse(value);
        if (instant == null) {
            findings.refuse(
                    RejectionCode.TIMESTAMP_INVALID,
                    field + " " + Findings.quote(value)
                            + " is no date; send ISO-8601, e.g. \"2026-03-15T20:55:11.123Z\"");
        }
        return instant;
    }
}
