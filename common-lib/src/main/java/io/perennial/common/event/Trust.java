package io.perennial.common.event;

import java.util.Locale;

/** How far an event's sender is believed: a browser's key is public, a server's is secret. */
public enum Trust {
    BROWSER,
    SERVER;

    private final String wire = name().toLowerCase(Locale.ROOT);

    public String wire() {
        return wire;
    }

    /** Anything but {@code server} is not trusted. */
    public static Trust ofWire(String wire) {
        return SERVER.wire.equals(wire) ? SERVER : BROWSER;
    }
}
