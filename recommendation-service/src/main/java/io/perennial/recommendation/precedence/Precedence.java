package io.perennial.recommendation.precedence;

import io.perennial.common.event.Event;
import io.perennial.common.event.Trust;
import java.util.Locale;

/** How much what an event says counts against what another says of the same. */
public final class Precedence {

    private Precedence() {}

    /**
     * A text that sorts, by its characters' codes, as claims count: a server's over a browser's (whose key is public), then the
     * later, then the message id. It holds no control characters.
     */
    public static String of(Event event) {
        return String.format(
                Locale.ROOT,
                "%d%015d%s",
                event.trust() == Trust.SERVER ? 1 : 0,
                Math.max(0, event.occurredAt().toEpochMilli()),
                event.messageId().replaceAll("\\p{Cntrl}", " "));
    }
}
