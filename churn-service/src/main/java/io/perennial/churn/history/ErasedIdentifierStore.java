package io.perennial.churn.history;

import io.perennial.common.identity.Identifier;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whose events of before an erasure are not to be taken any more, as hashes in Postgres. A batch of events and an erasure exclude
 * each other, so that none is written back that the other has just removed.
 */
@Component
class ErasedIdentifierStore {

    private static final String LOCK = "(hashtext(current_schema()), hashtext('churn-erasure'))";

    private final JdbcClient jdbc;

    ErasedIdentifierStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** When their erasure was asked for, of those it was. Until the transaction ends no erasure begins. */
    Map<Identifier, Instant> find(Collection<Identifier> identifiers) {
        jdbc.sql("select pg_advisory_xact_lock_shared" + LOCK).query(row -> {});
        Map<String, Instant> erased = new HashMap<>();
        jdbc.sql("select hash, requested_at from erased_identifier where hash = any(?)")
                .param(hashes(identifiers))
                .query(row -> {
                    erased.put(
                            HexFormat.of().formatHex(row.getBytes(1)),
                            row.getObject(2, OffsetDateTime.class).toInstant());
                });
        Map<Identifier, Instant> found = new HashMap<>();
        if (!erased.isEmpty()) {
            for (Identifier identifier : identifiers) {
                Instant at = erased.get(HexFormat.of().formatHex(hash(identifier)));
                if (at != null) {
                    found.put(identifier, at);
                }
            }
        }
        return found;
    }

    /** Remembers them, and forgets those of before {@code old}. Until the transaction ends no events are folded. */
    void add(Collection<Identifier> identifiers, Instant requestedAt, Instant old) {
        jdbc.sql("select pg_advisory_xact_lock" + LOCK).query(row -> {});
        jdbc.sql("delete from erased_identifier where requested_at < ?")
                .param(old.atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("""
                insert into erased_identifier as known (hash, requested_at)
                select distinct hash, cast(? as timestamptz) from unnest(?::bytea[]) as asked (hash)
                on conflict (hash) do update set requested_at = greatest(known.requested_at, excluded.requested_at)
                """)
                .param(requestedAt.atOffset(ZoneOffset.UTC))
                .param(hashes(identifiers))
                .update();
    }

    private static byte[][] hashes(Collection<Identifier> identifiers) {
        return identifiers.stream().map(ErasedIdentifierStore::hash).toArray(byte[][]::new);
    }

    private static byte[] hash(Identifier identifier) {
        try {
            byte[] bytes = identifier.toString().getBytes(StandardCharsets.UTF_8);
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
