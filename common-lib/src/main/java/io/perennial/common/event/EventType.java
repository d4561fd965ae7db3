package io.perennial.common.event;

import java.util.Locale;

/** The six calls of the Segment spec. */
public enum EventType {
    TRACK,
    IDENTIFY,
    PAGE,
    SCREEN,
    GROUP,
    ALIAS;

    private final String wire = name().toLowerCase(Locale.ROOT);

    /** The name on the wire, e.g. {@code track}. */
    public String wire() {
        return wire;
    }

    /**
     * The type of that wire name.
     *
     * @throws IllegalArgumentException naming the allowed values
     */
    public static EventType ofWire(String wire) {
        for (EventType type : values()) {
            if (type.wire.equals(wire)) {
                return type;
            }
        }
        throw new IllegalArgumentException(
                "type must be one of track, identify, page, screen, group, alias; it is \"" + wire + '"');
    }
}
