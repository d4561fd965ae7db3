package io.perennial.churn.scoring;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How much it takes to act on a shopper: see {@link BandRule}. */
public enum Band {
    LOW,
    MEDIUM,
    HIGH;

    /** As the wire has it: {@code low}, {@code medium}, {@code high}. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The band of that name; null where there is none. */
    static @Nullable Band ofWire(String name) {
        for (Band band : values()) {
            if (band.wire().equals(name)) {
                return band;
            }
        }
        return null;
    }
}
