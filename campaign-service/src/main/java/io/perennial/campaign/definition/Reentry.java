package io.perennial.campaign.definition;

import java.time.Duration;
import java.time.Instant;

/** When a shopper who was sent to, or held out, may enter the campaign again. */
public sealed interface Reentry {

    /** Whether a shopper last assigned at {@code assigned} may enter at {@code now}. */
    boolean allows(Instant assigned, Instant now);

    /** Once in a life. */
    record Never() implements Reentry {
        @Override
        public boolean allows(Instant assigned, Instant now) {
            return false;
        }
    }

    /** After a time. */
    record After(Duration pause) implements Reentry {
        @Override
        public boolean allows(Instant assigned, Instant now) {
            return !assigned.plus(pause).isAfter(now);
        }
    }
}
