package io.perennial.churn.model;

import java.util.Locale;

/** What a kept model is for. */
public enum ModelState {
    /** The champion: the one that serves. */
    PUBLISHED,
    /** Trained, and not better than the champion on the later window: kept, promoted only by a call. */
    CHALLENGER,
    /** Was champion once. */
    RETIRED;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ModelState ofWire(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}
