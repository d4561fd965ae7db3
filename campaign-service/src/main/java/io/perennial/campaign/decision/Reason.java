package io.perennial.campaign.decision;

import java.util.Locale;

/** Why a decision came out as it did; the suppressing ones in the order in which they are asked. */
public enum Reason {
    PAUSED,
    REENTRY,
    STALE,
    NOT_NEWCOMER,
    NO_CONSENT,
    UNREACHABLE,
    CAP,
    ASSIGNED;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
