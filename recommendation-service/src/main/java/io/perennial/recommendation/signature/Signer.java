package io.perennial.recommendation.signature;

import io.perennial.recommendation.signature.Verification.Refusal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Signs ids by HMAC-SHA256 cut to 128 bits (RFC 2104): {@code r1.} and the base64url of key id, bytes and signature. One
 * key signs; others still verify, so that a key can be replaced while its ids live.
 */
final class Signer {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String PREFIX = "r1.";
    private static final int SIGNATURE = 16;
    private static final int LONGEST = 1_000;

    private final int current;
    /** By key, ready to be cloned: to look one up and key it costs as much as to sign. */
    private final Map<Integer, Mac> keys = new HashMap<>();

    /**
     * A signer with one key.
     *
     * @param keyId 0 to 255
     */
    Signer(int keyId, String secret) {
        this.current = keyId;
        alsoVerify(keyId, secret);
    }

    /** Accepts what was signed by another key too. */
    void alsoVerify(int keyId, String secret) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            keys.put(keyId, mac);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    String sign(RecommendationId id) {
        byte[] bytes = RecommendationIdCodec.write(id);
        ByteBuffer out = ByteBuffer.allocate(1 + bytes.length + SIGNATURE);
        out.put((byte) current).put(bytes);
        Mac key = keys.get(current);
        if (key == null) {
            throw new IllegalStateException("the signing key is always there");
        }
        out.put(signature(key, out.array(), 1 + bytes.length));
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(out.array());
    }

    /** Whether a text is an id of ours, unchanged; says nothing of its age. Compares in constant time. */
    Verification verify(String text) {
        if (!text.startsWith(PREFIX)) {
            return new Verification.Refused(Refusal.NOT_OURS);
        }
        byte[] bytes = decoded(text);
        if (bytes == null || bytes.length <= 1 + SIGNATURE) {
            return new Verification.Refused(Refusal.MALFORMED);
        }
        Mac key = keys.get(Byte.toUnsignedInt(bytes[0]));
        if (key == null) {
            return new Verification.Refused(Refusal.UNKNOWN_KEY);
        }
        int signed = bytes.length - SIGNATURE;
        if (!MessageDigest.isEqual(signature(key, bytes, signed), Arrays.copyOfRange(bytes, signed, bytes.length))) {
            return new Verification.Refused(Refusal.FORGED);
        }
        RecommendationId id = RecommendationIdCodec.read(ByteBuffer.wrap(bytes, 1, signed - 1));
        return id == null ? new Verification.Refused(Refusal.MALFORMED) : new Verification.Valid(id);
    }

    private static byte @Nullable [] decoded(String text) {
        try {
            return text.length() > LONGEST ? null : Base64.getUrlDecoder().decode(text.substring(PREFIX.length()));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static byte[] signature(Mac key, byte[] bytes, int length) {
        try {
            Mac mac = (Mac) key.clone();
            mac.update(bytes, 0, length);
            return Arrays.copyOf(mac.doFinal(), SIGNATURE);
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the JDK's own " + ALGORITHM + " can be cloned", e);
        }
    }
}
