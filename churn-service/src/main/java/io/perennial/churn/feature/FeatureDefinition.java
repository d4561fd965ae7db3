package io.perennial.churn.feature;

import io.perennial.churn.history.HistoryView;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * One feature.
 *
 * @param name public API: lower case with underscores
 * @param revision to be raised when what it computes changes, so that models of the old meaning are not used with the new
 * @param optional whether a shopper may lack it; the model then also sees an indicator of its absence
 * @param texts what it says in words, {@code {name}} standing for a feature's value with its unit; the first whose
 *     features are all present is taken
 * @param value the value in its unit; NaN where missing, only for optional features
 */
public record FeatureDefinition(
        String name,
        int revision,
        Unit unit,
        Scale scale,
        boolean optional,
        List<TextTemplate> texts,
        ToDoubleFunction<HistoryView> value) {

    static FeatureDefinition always(
            String name, Unit unit, Scale scale, ToDoubleFunction<HistoryView> value, String... texts) {
        return new FeatureDefinition(name, 1, unit, scale, false, templates(texts), value);
    }

    /** The last text is what is said where the value is missing: it may name no feature that may be missing too. */
    static FeatureDefinition optional(
            String name, Unit unit, Scale scale, ToDoubleFunction<HistoryView> value, String... texts) {
        return new FeatureDefinition(name, 1, unit, scale, true, templates(texts), value);
    }

    /** What tells one meaning of the feature from another. */
    String signature() {
        return name + '/' + revision + '/' + unit + '/' + scale + '/' + optional;
    }

    private static List<TextTemplate> templates(String... texts) {
        return Arrays.stream(texts).map(TextTemplate::new).toList();
    }
}
