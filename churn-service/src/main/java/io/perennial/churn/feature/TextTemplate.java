package io.perennial.churn.feature;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A sentence with features' values in it: {@code no order for {days_since_order}}. */
final class TextTemplate {

    /** Words and names of features in turn, words first. */
    private final List<String> parts;

    TextTemplate(String template) {
        parts = Arrays.asList(template.split("[{}]", -1));
    }

    /** The sentence; null where one of its values is missing. */
    @Nullable String fill(Function<String, @Nullable String> words) {
        StringBuilder sentence = new StringBuilder();
        for (int i = 0; i < parts.size(); i++) {
            String part = i % 2 == 0 ? parts.get(i) : words.apply(parts.get(i));
            if (part == null) {
                return null;
            }
            sentence.append(part);
        }
        return sentence.toString();
    }
}
