package io.perennial.recommendation.catalog;

import io.perennial.common.event.Event;
import io.perennial.common.event.Trust;
import java.time.Instant;

/**
 * How much a learnt value counts against another: a server's over a browser's (whose key is public), then the later by
 * time, then by message id.
 */
record LearntVersion(boolean server, long at, String messageId) implements Comparable<LearntVersion> {

    static LearntVersion of(Event event) {
        return new LearntVersion(
                event.trust() == Trust.SERVER,
                Math.max(0, event.occurredAt().toEpochMilli()),
                event.messageId().replace('\0', ' '));
    }

    Instant time() {
        return Instant.ofEpochMilli(at);
    }

    /** A text that sorts, by its characters' codes, as the versions do. */
    String text() {
        String digits = Long.toString(at);
        return (server ? "1" : "0") + "0".repeat(Math.max(0, 15 - digits.length())) + digits + messageId;
    }

    @Override
    public int compareTo(LearntVersion other) {
        if (server != other.server) {
            return server ? 1 : -1;
        }
        int byTime = Long.compare(at, other.at);
        return byTime != 0 ? byTime : messageId.compareTo(other.messageId);
    }
}
