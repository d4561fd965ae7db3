package io.perennial.profile.timeline;

import io.perennial.profile.stamp.Stamp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which events to show.
 *
 * @param name exact event name; null: any
 * @param from not before; null: from the first
 * @param to before; null: to the last
 * @param after only what follows this one, newest first; null: from the newest
 */
record TimelineFilter(
        @Nullable String name,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Stamp after) {}
