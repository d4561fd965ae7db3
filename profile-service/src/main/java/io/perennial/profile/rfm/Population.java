package io.perennial.profile.rfm;

import io.perennial.common.topic.ProfileState.Rfm;
import io.perennial.profile.order.Purchases;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the buyers had in common when last looked at: the scale one shopper is measured by. */
public final class Population {

    /** Nobody has been looked at yet. */
    static final Population UNKNOWN = new Population(Instant.EPOCH, "", 0, null, null);

    private final Instant asOf;
    private final String fingerprint;
    private final long buyers;
    private final @Nullable CutPoints cutPoints;
    private final @Nullable Duration interval;

    Population(
            Instant asOf, String fingerprint, long buyers, @Nullable CutPoints cutPoints, @Nullable Duration interval) {
        this.asOf = asOf;
        this.fingerprint = fingerprint;
        this.buyers = buyers;
        this.cutPoints = cutPoints;
        this.interval = interval;
    }

    /** Null for who has not bought, and for all while there are fewer than five buyers. */
    public @Nullable Rfm score(Purchases purchases) {
        return cutPoints == null ? null : cutPoints.score(purchases);
    }

    /** Median of the repeat buyers' mean time between orders; null while too few are known. */
    public @Nullable Duration interval() {
        return interval;
    }

    Instant asOf() {
        return asOf;
    }

    String fingerprint() {
        return fingerprint;
    }

    long buyers() {
        return buyers;
    }

    @Nullable CutPoints cutPoints() {
        return cutPoints;
    }
}
