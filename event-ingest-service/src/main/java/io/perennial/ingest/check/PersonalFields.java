package io.perennial.ingest.check;

import io.perennial.common.event.Attributes;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which fields name a person, and moves them apart. Names are compared without regard to case, {@code _} and {@code -},
 * so that {@code first_name} is moved as {@code firstName}.
 */
public final class PersonalFields {

    private final Map<String, String> traits;
    private final Map<String, String> properties;
    private final Map<String, String> context;

    public PersonalFields(Collection<String> traits, Collection<String> properties, Collection<String> context) {
        this.traits = byPlainName(traits);
        this.properties = byPlainName(properties);
        this.context = byPlainName(context);
    }

    /** Moves from traits; what is in {@code into} already stays. */
    Attributes moveFromTraits(Attributes from, Map<String, @Nullable Object> into) {
        return move(from, traits, into);
    }

    Attributes moveFromProperties(Attributes from, Map<String, @Nullable Object> into) {
        return move(from, properties, into);
    }

    Attributes moveFromContext(Attributes from, Map<String, @Nullable Object> into) {
        return move(from, context, into);
    }

    private static Attributes move(Attributes from, Map<String, String> fields, Map<String, @Nullable Object> into) {
        Map<String, @Nullable Object> rest = null;
        for (Map.Entry<String, @Nullable Object> entry : from.asMap().entrySet()) {
            String name = fields.get(plain(entry.getKey()));
            if (name != null) {
                into.putIfAbsent(name, entry.getValue());
                rest = rest != null ? rest : new LinkedHashMap<>(from.asMap());
                rest.remove(entry.getKey());
            }
        }
        return rest == null ? from : Attributes.of(rest);
    }

    private static Map<String, String> byPlainName(Collection<String> names) {
        Map<String, String> byPlainName = new LinkedHashMap<>();
        names.forEach(name -> byPlainName.put(plain(name), name));
        return byPlainName;
    }

    private static String plain(String name) {
        StringBuilder plain = null;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean same = c != '_' && c != '-' && c != ' ' && !Character.isUpperCase(c);
            if (plain == null && !same) {
                plain = new StringBuilder(name.length()).append(name, 0, i);
            }
            if (plain != null && c != '_' && c != '-' && c != ' ') {
                plain.append(Character.toLowerCase(c));
            }
        }
        return plain == null ? name : plain.toString();
    }
}
