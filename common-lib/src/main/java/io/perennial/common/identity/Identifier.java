package io.perennial.common.identity;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** One name a shopper goes by, written {@code kind:value}, e.g. {@code userId:17850}. */
public record Identifier(Kind kind, String value) implements Comparable<Identifier> {

    /** What sort of name it is; the order is the order of precedence. */
    public enum Kind {
        USER_ID("userId"),
        ANONYMOUS_ID("anonymousId");

        private final String wire;

        Kind(String wire) {
            this.wire = wire;
        }

        public String wire() {
            return wire;
        }
    }

    private static final Comparator<Identifier> ORDER =
            Comparator.comparing(Identifier::kind).thenComparing(Identifier::value);

    public static Identifier user(String userId) {
        return new Identifier(Kind.USER_ID, userId);
    }

    public static Identifier anonymous(String anonymousId) {
        return new Identifier(Kind.ANONYMOUS_ID, anonymousId);
    }

    /** Reads {@code kind:value}; null where it is not of that form. */
    public static @Nullable Identifier tryParse(String text) {
        for (Kind kind : Kind.values()) {
            String prefix = kind.wire + ':';
            if (text.startsWith(prefix) && text.length() > prefix.length()) {
                return new Identifier(kind, text.substring(prefix.length()));
            }
        }
        return null;
    }

    /**
     * Reads {@code kind:value}.
     *
     * @throws IllegalArgumentException where it is not of that form
     */
    public static Identifier parse(String text) {
        Identifier identifier = tryParse(text);
        if (identifier == null) {
            throw new IllegalArgumentException(
                    "an identifier is userId:<value> or anonymousId:<value>; this is \"" + text + '"');
        }
        return identifier;
    }

    @Override
    public int compareTo(Identifier other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return kind.wire + ':' + value;
    }
}
