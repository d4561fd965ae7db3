package io.perennial.profile.consent;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a shopper's data may be used for beyond running the shop. */
public enum Purpose {
    MARKETING,
    PERSONALISATION;

    private final String wire = name().toLowerCase(Locale.ROOT);

    public String wire() {
        return wire;
    }

    public static Optional<Purpose> ofWire(String wire) {
        return Arrays.stream(values())
                .filter(purpose -> purpose.wire.equals(wire))
                .findFirst();
    }
}
