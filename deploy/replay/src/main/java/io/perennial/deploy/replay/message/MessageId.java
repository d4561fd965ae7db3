package io.perennial.deploy.replay.message;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/** Makes the same messageId for the same happening at the same shifted time, so that sending twice counts once. */
final class MessageId {

    private static final int BYTES = 16;

    private final MessageDigest digest;

    MessageId() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    String of(String source, String key, Instant at) {
        byte[] hash = digest.digest((source + '\n' + key + '\n' + at.toEpochMilli()).getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(hash, 0, BYTES);
    }
}
