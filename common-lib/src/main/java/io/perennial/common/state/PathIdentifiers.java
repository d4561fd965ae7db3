package io.perennial.common.state;

import io.perennial.common.identity.Identifier;
import java.util.List;

/** What an identifier in a path may mean, besides a profileId. */
public final class PathIdentifiers {

    private PathIdentifiers() {}

    /** {@code kind:value} as written; else a userId first, then an anonymousId. */
    public static List<Identifier> of(String path) {
        Identifier explicit = Identifier.tryParse(path);
        return explicit != null
                ? List.of(explicit, Identifier.user(path), Identifier.anonymous(path))
                : List.of(Identifier.user(path), Identifier.anonymous(path));
    }
}
