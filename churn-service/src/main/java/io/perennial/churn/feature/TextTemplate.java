package io.perennial.churn.feature;

import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A sentence with features' values in it: {@code no order for {days_since_order}}. */
record TextTemplate(String template) {

    private static final Pattern PLACE = Pattern.compile("\\{([a-z0-9_]+)}");

    /** The sentence; null where one of its values is missing. */
    @Nullable String fill(Function<String, @Nullable String> words) {
        StringBuilder sentence = new StringBuilder();
        Matcher places = PLACE.matcher(template);
        while (places.find()) {
            String value = words.apply(places.group(1));
            if (value == null) {
                return null;
            }
            places.appendReplacement(sentence, Matcher.quoteReplacement(value));
        }
        return places.appendTail(sentence).toString();
    }
}
