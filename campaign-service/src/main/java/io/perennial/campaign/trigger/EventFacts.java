package io.perennial.campaign.trigger;

import io.perennial.common.event.Attributes;
import io.perennial.common.event.Event;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What placeholders mean after an event: its plain properties, bounded, and the names of its products; pure. */
final class EventFacts {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_]{1,64}");
    private static final int MOST_PROPERTIES = 30;
    private static final int LONGEST_VALUE = 300;
    private static final int MOST_PRODUCTS = 5;

    private EventFacts() {}

    static Map<String, String> of(Event event) {
        Map<String, String> facts = new HashMap<>();
        Attributes properties = event.properties();
        for (String name : properties.asMap().keySet()) {
            if (facts.size() < MOST_PROPERTIES && NAME.matcher(name).matches()) {
                put(facts, "event." + name, properties.text(name));
            }
        }
        List<String> products = properties.list("products").stream()
                .map(EventFacts::productName)
                .filter(Objects::nonNull)
                .distinct()
                .limit(MOST_PRODUCTS)
                .toList();
        String own = productName(properties);
        if (own != null) {
            put(facts, "product", own);
            put(facts, "products", own);
        } else if (!products.isEmpty()) {
            put(facts, "product", products.getFirst());
            put(facts, "products", String.join(", ", products));
        }
        return facts;
    }

    private static @Nullable String productName(Attributes product) {
        String name = product.text("name");
        return name != null ? name : product.text("product_id");
    }

    private static void put(Map<String, String> facts, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            facts.put(name, bounded(value));
        }
    }

    /** At most 300 characters, without half an emoji at the end, and without NUL, which Postgres does not take. */
    static String bounded(String value) {
        String text = value.replace("\0", "");
        if (text.length() <= LONGEST_VALUE) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(LONGEST_VALUE - 1)) ? LONGEST_VALUE - 1 : LONGEST_VALUE;
        return text.substring(0, end);
    }
}
