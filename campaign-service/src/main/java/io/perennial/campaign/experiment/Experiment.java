package io.perennial.campaign.experiment;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.UUID;

/**
 * A campaign's draw: deterministic, so that every replica, retry and later trigger gives a shopper the same arm.
 *
 * @param salt what makes this draw independent of other campaigns' draws
 * @param holdOut share of shoppers held out, 0 to 1
 * @param variants at least one
 */
public record Experiment(String salt, double holdOut, List<Variant> variants) {

    public Experiment {
        variants = List.copyOf(variants);
    }

    /**
     * Draws the shopper's arm. Hold-out and variant use independent draws: changing the hold-out's size moves no treated
     * shopper from one variant to another, and a larger hold-out contains the smaller one.
     */
    public Assignment assign(UUID profileId) {
        if (uniform("hold-out", profileId) < holdOut) {
            return new Assignment.HeldOut(holdOut);
        }
        double total = variants.stream().mapToDouble(Variant::weight).sum();
        double point = uniform("variant", profileId) * total;
        Variant drawn = variants.getLast();
        for (Variant variant : variants) {
            if (point < variant.weight()) {
                drawn = variant;
                break;
            }
            point -= variant.weight();
        }
        return new Assignment.Treated(drawn.name(), (1 - holdOut) * drawn.weight() / total);
    }

    /** The first 53 bits of SHA-256 as a number in [0, 1). */
    private double uniform(String draw, UUID profileId) {
        byte[] input = (salt + '|' + draw + '|' + profileId).getBytes(StandardCharsets.UTF_8);
        try {
            long bits = ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(input))
                    .getLong();
            return (bits >>> 11) * 0x1.0p-53;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
