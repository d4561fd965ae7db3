package io.perennial.common.identity;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A shopper. Name-based (UUID version 5, RFC 9562) of the leading identifier, so that any service knows it before it has
 * heard of a merge.
 */
public record ProfileId(UUID value) implements Comparable<ProfileId> {

    private static final UUID NAMESPACE = UUID.fromString("5c2e5d1c-9a37-5d0a-8f0b-0d6a3f0f7e11");
    private static final MessageDigest SHA1 = sha1();

    public static ProfileId of(Identifier leading) {
        MessageDigest digest = freshDigest();
        ByteBuffer namespace = ByteBuffer.allocate(16);
        namespace.putLong(NAMESPACE.getMostSignificantBits()).putLong(NAMESPACE.getLeastSignificantBits());
        digest.update(namespace.array());
        digest.update(leading.toString().getBytes(StandardCharsets.UTF_8));
        ByteBuffer hash = ByteBuffer.wrap(digest.digest());
        long most = (hash.getLong() & ~0xF000L) | 0x5000L;
        long least = (hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new ProfileId(new UUID(most, least));
    }

    /** Reads a UUID; null where it is none. */
    public static @Nullable ProfileId tryParse(String text) {
        if (text.length() != 36) {
            return null;
        }
        try {
            return new ProfileId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /**
     * Reads a UUID.
     *
     * @throws IllegalArgumentException where it is none
     */
    public static ProfileId parse(String text) {
        return new ProfileId(UUID.fromString(text));
    }

    private static MessageDigest freshDigest() {
        try {
            return (MessageDigest) SHA1.clone();
        } catch (CloneNotSupportedException e) {
            return sha1();
        }
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }

    @Override
    public int compareTo(ProfileId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
