package io.perennial.common.event;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An immutable JSON object read the tolerant way: numbers may be strings, ids may be numbers, and what has the wrong
 * shape reads as absent. Values are {@code String}, {@code Number}, {@code Boolean}, {@code List}, {@code Map} or null.
 */
public final class Attributes {

    public static final Attributes EMPTY = new Attributes(Map.of());

    private final Map<String, @Nullable Object> values;

    private Attributes(Map<String, @Nullable Object> values) {
        this.values = values;
    }

    public static Attributes of(Map<String, ? extends @Nullable Object> values) {
        return values.isEmpty() ? EMPTY : new Attributes(Collections.unmodifiableMap(new LinkedHashMap<>(values)));
    }

    /** Takes the map as it is; the caller gives it away. */
    static Attributes owning(Map<String, @Nullable Object> values) {
        return values.isEmpty() ? EMPTY : new Attributes(Collections.unmodifiableMap(values));
    }

    /** These attributes with one more or changed. */
    public Attributes with(String name, @Nullable Object value) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>(values);
        copy.put(name, value);
        return owning(copy);
    }

    /** A string as it is, a number in plain notation ({@code 17850}, not {@code 17850.0}); else null. */
    public @Nullable String text(String name) {
        return switch (values.get(name)) {
            case String text -> text;
            case BigDecimal number -> plain(number);
            case Double number -> plain(BigDecimal.valueOf(number));
            case Float number -> plain(BigDecimal.valueOf(number));
            case Number number -> number.toString();
            case Boolean flag -> flag.toString();
            case null, default -> null;
        };
    }

    /** A number, or a string that holds one; else null. */
    public @Nullable BigDecimal number(String name) {
        return switch (values.get(name)) {
            case BigDecimal number -> number;
            case Integer number -> BigDecimal.valueOf(number);
            case Long number -> BigDecimal.valueOf(number);
            case Double number when Double.isFinite(number) -> BigDecimal.valueOf(number);
            case Number number -> parse(number.toString());
            case String text -> parse(text.strip());
            case null, default -> null;
        };
    }

    /** A whole number that fits an {@code int}, or a string that holds one; else null. */
    public @Nullable Integer integer(String name) {
        BigDecimal number = number(name);
        try {
            return number == null ? null : number.intValueExact();
        } catch (ArithmeticException e) {
            return null;
        }
    }

    /** A boolean, or the strings {@code true} and {@code false}; else null. */
    public @Nullable Boolean bool(String name) {
        return switch (values.get(name)) {
            case Boolean flag -> flag;
            case String text when text.equalsIgnoreCase("true") -> Boolean.TRUE;
            case String text when text.equalsIgnoreCase("false") -> Boolean.FALSE;
            case null, default -> null;
        };
    }

    /** An ISO-8601 instant; else null. */
    public @Nullable Instant instant(String name) {
        try {
            return values.get(name) instanceof String text ? Instants.parse(text) : null;
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** A nested object; {@link #EMPTY} where there is none. */
    public Attributes attributes(String name) {
        return values.get(name) instanceof Map<?, ?> map ? nested(map) : EMPTY;
    }

    /** The objects of a nested array, other elements left out; empty where there is none. */
    public List<Attributes> list(String name) {
        if (!(values.get(name) instanceof List<?> elements)) {
            return List.of();
        }
        List<Attributes> objects = new ArrayList<>(elements.size());
        for (Object element : elements) {
            if (element instanceof Map<?, ?> map) {
                objects.add(nested(map));
            }
        }
        return objects;
    }

    public boolean has(String name) {
        return values.get(name) != null;
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** The values, unmodifiable, in the order they were sent. */
    public Map<String, @Nullable Object> asMap() {
        return values;
    }

    @SuppressWarnings("unchecked") // JSON objects have string keys
    private static Attributes nested(Map<?, ?> map) {
        return owning((Map<String, @Nullable Object>) map);
    }

    private static @Nullable BigDecimal parse(String text) {
        if (text.isEmpty() || text.length() > 64) {
            return null;
        }
        try {
            BigDecimal number = new BigDecimal(text);
            // 1e999999999 is one short string and a gigabyte of digits
            return Math.abs((long) number.scale()) > 64 ? null : number;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static String plain(BigDecimal number) {
        if (Math.abs((long) number.scale()) > 64) {
            return number.toString();
        }
        return number.stripTrailingZeros().toPlainString();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Attributes that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
