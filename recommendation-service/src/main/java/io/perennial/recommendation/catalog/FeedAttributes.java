package io.perennial.recommendation.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of a feed row that hold more than one value, each read within bounds; null where one is broken. */
final class FeedAttributes {

    /** Between the parts of a category's path. */
    static final String PATH = " > ";

    private static final int MOST = 100;
    private static final int LONGEST_NAME = 60;
    private static final int MOST_VALUES = 20;
    private static final int MOST_PARTS = 10;

    private FeedAttributes() {}

    /** Texts by name; several values of a name stand in one text, apart by commas. */
    static @Nullable Map<String, String> read(Object value) {
        if (!(value instanceof Map<?, ?> map) || map.size() > MOST) {
            return null;
        }
        Map<String, String> attributes = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            String name = entry.getKey() instanceof String key && key.length() <= LONGEST_NAME
                    ? LearntAttribute.text(key)
                    : null;
            String text = entry.getValue() == null ? null : joined(entry.getValue(), ", ", MOST_VALUES);
            if (name == null || text == null) {
                return null;
            }
            attributes.put(name, text);
        }
        return attributes;
    }

    /** A text, or an array of texts as a path. */
    static @Nullable String category(Object value) {
        return value instanceof Number || value instanceof Boolean ? null : joined(value, PATH, MOST_PARTS);
    }

    private static @Nullable String joined(Object value, String between, int most) {
        if (!(value instanceof List<?> list)) {
            return single(value);
        }
        if (list.isEmpty() || list.size() > most) {
            return null;
        }
        StringBuilder joined = new StringBuilder();
        for (Object one : list) {
            String text = one == null ? null : single(one);
            if (text == null) {
                return null;
            }
            joined.append(joined.isEmpty() ? "" : between).append(text);
        }
        return joined.length() <= LearntAttribute.LONGEST_TEXT ? joined.toString() : null;
    }

    private static @Nullable String single(Object value) {
        String text = switch (value) {
            case String string -> string;
            case Number number -> number.toString();
            case Boolean flag -> flag.toString();
            default -> null;
        };
        return text != null && text.length() <= LearntAttribute.LONGEST_TEXT ? LearntAttribute.text(text) : null;
    }
}
