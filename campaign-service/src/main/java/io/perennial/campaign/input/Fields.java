package io.perennial.campaign.input;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A cursor over a JSON object that collects errors instead of stopping at the first; absent fields read as null. */
public final class Fields {

    private final String path;
    private final Map<?, ?> values;
    private final List<FieldError> errors;
    private final Set<String> asked = new HashSet<>();

    private Fields(String path, Map<?, ?> values, List<FieldError> errors) {
        this.path = path;
        this.values = values;
        this.errors = errors;
    }

    /** Reads an object from its root; mistakes are added to {@code errors}. */
    public static Fields of(Map<?, ?> values, List<FieldError> errors) {
        return new Fields("", values, errors);
    }

    /** Full path of a field of this object. */
    public String pathOf(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    public void error(String name, String problem, String fix) {
        errors.add(new FieldError(pathOf(name), problem, fix));
    }

    public boolean has(String name) {
        return value(name) != null;
    }

    public @Nullable String text(String name, int longest) {
        Object value = value(name);
        if (value == null) {
            return null;
        }
        if (!(value instanceof String text) || text.isBlank()) {
            error(name, "is not a text", "write a text in quotes, not empty");
            return null;
        }
        if (text.length() > longest) {
            error(name, "has " + text.length() + " characters", "write at most " + longest + " characters");
            return null;
        }
        return text;
    }

    /** The text, or an empty one and an error where it is missing. */
    public String requiredText(String name, int longest) {
        if (!has(name)) {
            error(name, "is missing", "write a text of at most " + longest + " characters");
            return "";
        }
        String text = text(name, longest);
        return text == null ? "" : text;
    }

    /** One of the given words, the first of them where the field is absent or wrong. */
    public String oneOf(String name, List<String> words) {
        Object value = value(name);
        if (value == null) {
            return words.getFirst();
        }
        if (value instanceof String word && words.contains(word)) {
            return word;
        }
        error(name, "'" + value + "' is unknown here", "write one of " + String.join(", ", words));
        return words.getFirst();
    }

    public @Nullable Duration duration(String name, Duration shortest, Duration longest) {
        Object value = value(name);
        if (value == null) {
            return null;
        }
        try {
            Duration duration = Duration.parse(String.valueOf(value));
            if (duration.compareTo(shortest) >= 0 && duration.compareTo(longest) <= 0) {
                return duration;
            }
            error(name, "is " + duration, "write a duration from " + shortest + " to " + longest);
        } catch (DateTimeParseException e) {
            error(name, "'" + value + "' is not a duration", "write an ISO-8601 duration such as PT1H or P30D");
        }
        return null;
    }

    public @Nullable BigDecimal number(String name, String least, String most) {
        Object value = value(name);
        if (value == null) {
            return null;
        }
        if (!(value instanceof Number)) {
            error(name, "'" + value + "' is not a number", "write a number from " + least + " to " + most);
            return null;
        }
        BigDecimal number = new BigDecimal(value.toString());
        if (number.compareTo(new BigDecimal(least)) < 0 || number.compareTo(new BigDecimal(most)) > 0) {
            error(name, "is " + value, "write a number from " + least + " to " + most);
            return null;
        }
        return number;
    }

    public List<String> texts(String name) {
        Object value = value(name);
        if (!(value instanceof List<?> list) || list.isEmpty() || !list.stream().allMatch(String.class::isInstance)) {
            if (value != null) {
                error(name, "is not a list of texts", "write a list such as [\"high\"]");
            }
            return List.of();
        }
        return list.stream().map(String.class::cast).toList();
    }

    /** The object in a field, or null where there is none. */
    public @Nullable Fields object(String name) {
        Object value = value(name);
        if (value instanceof Map<?, ?> map) {
            return new Fields(pathOf(name), map, errors);
        }
        if (value != null) {
            error(name, "is not an object", "write an object in braces");
        }
        return null;
    }

    /** The objects in a list, empty where there is none. */
    public List<Fields> objects(String name) {
        Object value = value(name);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> list)) {
            error(name, "is not a list", "write a list of objects in brackets");
            return List.of();
        }
        List<Fields> objects = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i) instanceof Map<?, ?> map) {
                objects.add(new Fields(pathOf(name) + "[" + i + "]", map, errors));
            } else {
                error(name + "[" + i + "]", "is not an object", "write an object in braces");
            }
        }
        return objects;
    }

    /** The values of a flat object, as texts. */
    public Map<String, String> textMap(String name) {
        Fields object = object(name);
        if (object == null) {
            return Map.of();
        }
        Map<String, String> texts = new java.util.TreeMap<>();
        object.values.forEach((key, value) -> {
            if (value instanceof String || value instanceof Number || value instanceof Boolean) {
                texts.put(String.valueOf(key), String.valueOf(value));
            } else {
                object.error(String.valueOf(key), "is not a plain value", "write a text, a number, true or false");
            }
        });
        return texts;
    }

    /** Names every field nobody asked for: a typo must not silently mean a default. */
    public void rejectUnknown() {
        for (Object key : values.keySet()) {
            if (!asked.contains(String.valueOf(key))) {
                error(
                        String.valueOf(key),
                        "is unknown",
                        "remove it, or write one of " + String.join(", ", new TreeSet<>(asked)));
            }
        }
    }

    private @Nullable Object value(String name) {
        asked.add(name);
        return values.get(name);
    }
}
