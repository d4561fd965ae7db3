package io.perennial.campaign.decision;

import java.util.Locale;

/** What became of a candidate. */
public enum Outcome {
    SENT,
    HELD_OUT,
    SUPPRESSED;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
