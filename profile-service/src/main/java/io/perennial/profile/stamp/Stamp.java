package io.perennial.profile.stamp;

import io.perennial.common.event.Event;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * When a statement was made and by which message: a total order, so that the latest of several is the same whatever order
 * they arrive in. Times are microseconds, as the database keeps them.
 */
public record Stamp(Instant at, String messageId, String source) implements Comparable<Stamp> {

    private static final Comparator<Stamp> ORDER =
            Comparator.comparing(Stamp::at).thenComparing(Stamp::messageId).thenComparing(Stamp::source);

    public Stamp {
        at = at.truncatedTo(ChronoUnit.MICROS);
    }

    public static Stamp of(Event event) {
        return new Stamp(event.occurredAt(), event.messageId(), event.source());
    }

    public boolean isAfter(@Nullable Stamp other) {
        return other == null || compareTo(other) > 0;
    }

    public boolean isBefore(@Nullable Stamp other) {
        return other == null || compareTo(other) < 0;
    }

    @Override
    public int compareTo(Stamp other) {
        return ORDER.compare(this, other);
    }
}
