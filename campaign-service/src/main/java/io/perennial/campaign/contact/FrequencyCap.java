package io.perennial.campaign.contact;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** At most so many messages a shopper within a sliding time, over all campaigns. */
public record FrequencyCap(int messages, Duration per) {

    /** Whether one more may go at {@code now}, given when the earlier ones went. */
    public boolean allows(List<Instant> sent, Instant now) {
        Instant since = now.minus(per);
        return sent.stream().filter(at -> at.isAfter(since)).count() < messages;
    }
}
