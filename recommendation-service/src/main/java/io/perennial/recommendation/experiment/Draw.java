package io.perennial.recommendation.experiment;

import io.perennial.recommendation.signature.Exposure;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * A shopper's draw in an experiment: from a hash of the salt and the shopper, so the same on every replica and every day,
 * and independent of other experiments. Hold-out and arm use independent numbers.
 *
 * @param unit names the shopper within the experiment, and nowhere else
 * @param holdOut uniform in [0, 1), as is {@code arm}
 */
record Draw(long unit, double holdOut, double arm) {

    static Draw of(String salt, String shopper) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            ByteBuffer hash = ByteBuffer.wrap(digest.digest((salt + '|' + shopper).getBytes(StandardCharsets.UTF_8)));
            long unit = hash.getLong();
            return new Draw(unit == Exposure.NOBODY ? 1 : unit, uniform(hash.getLong()), uniform(hash.getLong()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static double uniform(long bits) {
        return (bits >>> 11) * 0x1.0p-53;
    }
}
