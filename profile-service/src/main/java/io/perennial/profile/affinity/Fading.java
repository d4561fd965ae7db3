package io.perennial.profile.affinity;

import java.time.Duration;
import java.time.Instant;

/**
 * Exponential decay counted forward (Cormode et al., "Forward Decay", ICDE 2009): an observation weighs
 * 2^(age of the landmark / half-life), so observations add up in any order and only the reading divides. Landmarks are 64
 * half-lives apart; moving to a later one multiplies by a power of two, which is exact in binary.
 */
public record Fading(Duration halfLife) {

    private static final int HALF_LIVES = 64;

    public Fading {
        if (halfLife.toMillis() < 1000) {
            throw new IllegalArgumentException("half-life must be at least a second; it is " + halfLife);
        }
    }

    /** Number of the landmark an instant counts from. */
    long landmark(Instant at) {
        return Math.floorDiv(at.toEpochMilli(), HALF_LIVES * halfLife.toMillis());
    }

    /** What a weight of one at the instant is, counted from a landmark not before the instant's own. */
    double grown(Instant at, long landmark) {
        long own = landmark(at);
        double halfLives = (double) (at.toEpochMilli() - own * HALF_LIVES * halfLife.toMillis()) / halfLife.toMillis();
        return rebase(Math.pow(2, halfLives), own, landmark);
    }

    /** The same value counted from a later landmark. */
    double rebase(double value, long from, long to) {
        return Math.scalb(value, (int) Math.max(-3000, HALF_LIVES * (from - to)));
    }

    /** What is left at the instant of a value counted from the landmark. */
    double faded(double value, long landmark, Instant asOf) {
        double halfLives =
                (double) (asOf.toEpochMilli() - landmark * HALF_LIVES * halfLife.toMillis()) / halfLife.toMillis();
        return value * Math.pow(2, -halfLives);
    }
}
