package io.perennial.ingest.check;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which values may name a shopper: placeholders such as {@code null}, {@code undefined} or all zeros would build one
 * mega-profile of strangers (WIRE.md §5).
 */
public final class IdentifierPolicy {

    private final Set<String> refused;
    private final int maxLength;

    /**
     * @param refused values that are no identifier, compared without regard to case and surrounding blanks
     * @param maxLength in characters
     */
    public IdentifierPolicy(Set<String> refused, int maxLength) {
        this.refused = refused.stream()
                .map(value -> value.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
        this.maxLength = maxLength;
    }

    /**
     * The identifier a JSON value holds: a string less surrounding blanks, or a whole number in plain notation
     * ({@code 17850.0} is {@code 17850}); null where the value may not name anybody.
     */
    @Nullable String admit(@Nullable Object value) {
        String text = text(value);
        return text == null || text.isEmpty() || text.length() > maxLength || isPlaceholder(text) ? null : text;
    }

    private boolean isPlaceholder(String text) {
        return refused.contains(text.toLowerCase(Locale.ROOT)) || isAllZeros(text);
    }

    private static @Nullable String text(@Nullable Object value) {
        return switch (value) {
            case String text -> text.strip();
            case Integer number -> number.toString();
            case Long number -> number.toString();
            case BigInteger number -> number.toString();
            case BigDecimal number -> whole(number);
            case null, default -> null;
        };
    }

    private static @Nullable String whole(BigDecimal number) {
        if (number.signum() == 0) {
            return "0";
        }
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() > 0 || stripped.scale() < -20 ? null : stripped.toPlainString();
    }

    /** {@code 0}, {@code 000}, {@code 0.0}, {@code 00000000-0000-0000-0000-000000000000} and the like. */
    private static boolean isAllZeros(String text) {
        boolean zero = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '0') {
                zero = true;
            } else if (c != '-' && c != '.' && c != ':') {
                return false;
            }
        }
        return zero;
    }
}
