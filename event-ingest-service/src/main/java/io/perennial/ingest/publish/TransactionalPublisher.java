package io.perennial.ingest.publish;

import io.perennial.ingest.duplicate.MessageKey;
import io.perennial.ingest.duplicate.SeenMessages;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Publishes within a database transaction: what is marked as taken and what will be sent commit together. */
@Component
public class TransactionalPublisher {

    private final SeenMessages seen;
    private final Spool spool;

    TransactionalPublisher(SeenMessages seen, Spool spool) {
        this.seen = seen;
        this.spool = spool;
    }

    /** Takes those that nobody has taken, in the caller's transaction, and returns them; the rest are duplicates. */
    public List<Outgoing> publish(List<Outgoing> events) {
        Map<MessageKey, Outgoing> distinct = Outgoing.distinct(events);
        Set<MessageKey> claimed = seen.claim(distinct.keySet());
        List<Outgoing> fresh = distinct.entrySet().stream()
                .filter(entry -> claimed.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        spool.keep(fresh);
        return fresh;
    }
}
