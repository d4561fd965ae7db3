package io.perennial.ingest.duplicate;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The messages durably taken within the window; one statement for many. */
@Component
public class SeenMessages {

    private static final int PRUNE_ROWS = 10_000;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Duration window;

    SeenMessages(JdbcClient jdbc, Clock clock, @Value("${perennial.ingest.duplicates.window}") Duration window) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.window = window;
    }

    /** Those of the keys that were taken already. */
    public Set<MessageKey> known(Collection<MessageKey> keys) {
        if (keys.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(
                jdbc.sql("select message_key from seen_message where message_key = any(?::uuid[]) and seen_at > ?")
                        .param(array(keys))
                        .param(windowStart())
                        .query((row, number) -> new MessageKey(row.getObject(1, UUID.class)))
                        .list());
    }

    /**
     * Marks messages as taken, in the caller's transaction, once they are durable; waits for another transaction that
     * marks the same.
     *
     * @return those nobody had marked before: only they count as accepted
     */
    public Set<MessageKey> claim(Collection<MessageKey> keys) {
        if (keys.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(jdbc.sql("""
                        insert into seen_message (message_key, seen_at)
                        select key, ? from unnest(?::uuid[]) as key order by key
                        on conflict (message_key) do update set seen_at = excluded.seen_at
                        where seen_message.seen_at <= ?
                        returning message_key
                        """)
                .param(now())
                .param(array(keys))
                .param(windowStart())
                .query((row, number) -> new MessageKey(row.getObject(1, UUID.class)))
                .list());
    }

    /** Forgets a portion of what fell out of the window; returns how many rows. */
    int prune() {
        return jdbc.sql("""
                delete from seen_message where ctid = any(array(
                    select ctid from seen_message where seen_at <= ? limit ?))
                """).param(windowStart()).param(PRUNE_ROWS).update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private OffsetDateTime windowStart() {
        return clock.instant().minus(window).atOffset(ZoneOffset.UTC);
    }

    private static String[] array(Collection<MessageKey> keys) {
        return keys.stream().map(key -> key.hash().toString()).toArray(String[]::new);
    }
}
