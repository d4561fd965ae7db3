package io.perennial.ingest.check;

import io.perennial.common.event.Event;
import org.jspecify.annotations.Nullable;

/** What the checks say about one message. */
public sealed interface Verdict {

    record Accepted(Event event) implements Verdict {}

    /** {@code messageId} is null where the message has none, or none that can be read. */
    record Rejected(@Nullable String messageId, Rejection rejection) implements Verdict {}
}
