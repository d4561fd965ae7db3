package io.perennial.ingest.source;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The sources of this installation; knows write keys only as their SHA-256. */
public final class Sources {

    private final Map<String, Source> byName;
    private final Map<String, Source> byKeyHash;
    private final int largestBatch;

    /** @param byKeyHash by the lower-case hexadecimal SHA-256 of the write key */
    public Sources(Map<String, Source> byName, Map<String, Source> byKeyHash) {
        this.byName = Map.copyOf(byName);
        this.byKeyHash = Map.copyOf(byKeyHash);
        this.largestBatch = byName.values().stream()
                .mapToInt(source -> source.limits().batchBytes())
                .max()
                .orElse(0);
    }

    public @Nullable Source byWriteKey(String writeKey) {
        return byKeyHash.get(sha256(writeKey));
    }

    public @Nullable Source byName(String name) {
        return byName.get(name);
    }

    public Collection<Source> all() {
        return byName.values();
    }

    /** How many bytes to read while it is unknown whose they are. */
    public int largestBatch() {
        return largestBatch;
    }

    static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
