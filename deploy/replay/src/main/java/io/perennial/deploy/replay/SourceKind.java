package io.perennial.deploy.replay;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What can be replayed. */
public enum SourceKind {
    ONLINE_RETAIL,
    RETAILROCKET,
    REES46,
    SIMULATED;

    /** As it is written on the command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static SourceKind of(String word) {
        for (SourceKind kind : values()) {
            if (kind.word().equals(word)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("there is no source " + word + ", only "
                + Arrays.stream(values()).map(SourceKind::word).collect(Collectors.joining(", ")));
    }
}
