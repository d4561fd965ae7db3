package io.perennial.ingest.check;

import io.perennial.common.event.Attributes;
import io.perennial.common.event.Trust;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a message came: from whom, when, and what its batch said for all of its messages.
 *
 * @param sentAt the batch's, used where the message has none
 * @param context the batch's, merged under the message's
 * @param integrations the batch's, merged under the message's
 */
public record Receipt(
        String source,
        Trust trust,
        Instant receivedAt,
        @Nullable Instant sentAt,
        Attributes context,
        Attributes integrations) {

    /** A message that came alone. */
    public static Receipt alone(String source, Trust trust, Instant receivedAt) {
        return new Receipt(source, trust, receivedAt, null, Attributes.EMPTY, Attributes.EMPTY);
    }
}
