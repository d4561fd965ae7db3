package io.perennial.profile.stage;

import java.util.Locale;

/** Where in the life cycle a shopper stands. */
public enum Stage {
    /** Nobody we know, no order. */
    VISITOR,
    /** Known by user id or e-mail, no order. */
    LEAD,
    /** One order, and that not long ago. */
    NEW,
    /** Buys at the rhythm expected. */
    ACTIVE,
    /** Later than expected. */
    AT_RISK,
    /** So late that a return would be a surprise. */
    LAPSED;

    private final String wire = name().toLowerCase(Locale.ROOT);

    public String wire() {
        return wire;
    }
}
