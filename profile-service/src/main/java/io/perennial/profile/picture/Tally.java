package io.perennial.profile.picture;

import io.perennial.profile.stamp.Stamp;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** First and last seen, how many events of which kind, and the latest time zone. */
final class Tally {

    /** A time zone and who said it when. */
    record Zone(String name, Stamp stamp) {}

    @Nullable Instant firstSeen;

    @Nullable Instant lastSeen;

    long events;

    @Nullable Zone zone;

    final Map<String, Long> byKind = new TreeMap<>();

    void seen(Instant from, Instant to) {
        firstSeen = firstSeen == null || from.isBefore(firstSeen) ? from : firstSeen;
        lastSeen = lastSeen == null || to.isAfter(lastSeen) ? to : lastSeen;
    }

    void counted(String kind, long times) {
        byKind.merge(kind, times, Long::sum);
    }

    void zone(Zone said) {
        if (zone == null || said.stamp().isAfter(zone.stamp())) {
            zone = said;
        }
    }

    void merge(Tally other) {
        if (other.firstSeen != null && other.lastSeen != null) {
            seen(other.firstSeen, other.lastSeen);
        }
        events += other.events;
        if (other.zone != null) {
            zone(other.zone);
        }
        other.byKind.forEach(this::counted);
    }
}
