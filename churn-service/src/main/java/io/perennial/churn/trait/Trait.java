package io.perennial.churn.trait;

import io.perennial.common.topic.ProfileState;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What groups shoppers: {@code stage}, {@code zone}, or whether they have {@code segment:NAME}, {@code channel:NAME} or
 * {@code consent:PURPOSE}. Any other trait becomes one by a segment of it, so that none of it is kept here.
 */
public record Trait(String name) {

    /** What stands for a value nobody knows. */
    public static final String UNKNOWN = "unknown";

    /** The trait of that name; empty where there is none such. */
    public static Optional<Trait> parse(String name) {
        int colon = name.indexOf(':');
        boolean known = colon < 0
                ? name.equals("stage") || name.equals("zone")
                : name.length() > colon + 1
                        && switch (name.substring(0, colon)) {
                            case "segment", "channel", "consent" -> true;
                            default -> false;
                        };
        return known ? Optional.of(new Trait(name)) : Optional.empty();
    }

    /** The group of a shopper; {@value #UNKNOWN} where nothing is known of them. */
    public String of(@Nullable ProfileState state) {
        if (state == null) {
            return UNKNOWN;
        }
        String value = name.substring(name.indexOf(':') + 1);
        return switch (name.substring(0, Math.max(0, name.indexOf(':')))) {
            case "segment" -> state.segments().contains(value) ? value : "not " + value;
            case "channel" -> state.channels().contains(value) ? value : "not " + value;
            case "consent" -> state.consents().getOrDefault(value, false) ? value : "not " + value;
            default -> {
                String own = name.equals("zone") ? state.zone() : state.stage();
                yield own == null ? UNKNOWN : own;
            }
        };
    }
}
