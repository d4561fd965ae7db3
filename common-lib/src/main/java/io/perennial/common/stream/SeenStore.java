package io.perennial.common.stream;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Remembers which messages a group has handled, as hashes, for the length of the window. */
final class SeenStore {

    private static final int PURGE_CHUNK = 20_000;

    private final JdbcClient jdbc;

    SeenStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Marks the keys; returns those not seen before. Sorted, so that two transactions cannot deadlock. */
    Set<UUID> markNew(Collection<UUID> keys) {
        List<UUID> fresh = jdbc.sql("""
                insert into stream_seen (message_key)
                select distinct message_key from unnest(?::uuid[]) as key (message_key) order by message_key
                on conflict do nothing
                returning message_key
                """).param(texts(keys)).query(UUID.class).list();
        return new HashSet<>(fresh);
    }

    /** Deletes what is older than the window, in chunks; returns how many. */
    long purge(Duration window) {
        long purged = 0;
        int chunk;
        do {
            chunk = jdbc.sql("""
                    delete from stream_seen where ctid = any(array(
                        select ctid from stream_seen where seen_at < now() - make_interval(secs => ?) limit ?))
                    """)
                    .param((double) window.toSeconds())
                    .param(PURGE_CHUNK)
                    .update();
            purged += chunk;
        } while (chunk == PURGE_CHUNK);
        return purged;
    }

    /** The key of a message within a group: the first half of a SHA-256. */
    static UUID key(String group, String message) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(group.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            ByteBuffer hash = ByteBuffer.wrap(digest.digest(message.getBytes(StandardCharsets.UTF_8)));
            return new UUID(hash.getLong(), hash.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String[] texts(Collection<UUID> keys) {
        return keys.stream().map(UUID::toString).toArray(String[]::new);
    }
}
