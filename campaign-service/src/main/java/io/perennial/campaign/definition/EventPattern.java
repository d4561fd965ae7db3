package io.perennial.campaign.definition;

import io.perennial.common.event.CommerceEventName;
import io.perennial.common.event.Event;
import io.perennial.common.event.EventType;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which events are meant: a track event of a name (in any case), or every event of a type; and what their properties
 * must be.
 */
public record EventPattern(@Nullable String name, @Nullable EventType type, Map<String, String> where) {

    public EventPattern {
        where = Map.copyOf(where);
    }

    public static EventPattern named(String name) {
        return new EventPattern(name, null, Map.of());
    }

    public static EventPattern ofType(EventType type) {
        return new EventPattern(null, type, Map.of());
    }

    /** What events are indexed by: the name in lower case, else the type. */
    public String indexKey() {
        return name != null ? nameKey(name) : typeKey(type == null ? EventType.TRACK : type);
    }

    /** Commerce events of the spec's first version have the key of the second's name. */
    public static String nameKey(String name) {
        CommerceEventName commerce = CommerceEventName.of(name);
        return "name:" + (commerce == null ? name.strip() : commerce.wire()).toLowerCase(Locale.ROOT);
    }

    public static String typeKey(EventType type) {
        return "type:" + type;
    }

    /** Whether an event is meant; our own sends only where the pattern calls them by name. */
    public boolean matches(Event event) {
        String eventName = event.name();
        boolean meant = name != null
                ? event.type() == EventType.TRACK
                        && eventName != null
                        && nameKey(name).equals(nameKey(eventName))
                : event.type() == type && !event.ownSend();
        return meant
                && where.entrySet().stream()
                        .allMatch(e -> equal(e.getValue(), event.properties().text(e.getKey())));
    }

    private static boolean equal(String wanted, @Nullable String found) {
        if (found == null) {
            return false;
        }
        if (wanted.equals(found)) {
            return true;
        }
        try {
            return new BigDecimal(wanted).compareTo(new BigDecimal(found)) == 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
