package io.perennial.recommendation.catalog;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/** Product ids that are no products: postage, fees, adjustments. Each pattern is a regular expression of a whole id. */
public final class NeverRecommended {

    private final List<Pattern> patterns;

    /** Throws PatternSyntaxException naming what is wrong with a pattern. */
    public NeverRecommended(Collection<String> patterns) {
        this.patterns = patterns.stream().map(Pattern::compile).toList();
    }

    public boolean matches(String productId) {
        for (Pattern pattern : patterns) {
            if (pattern.matcher(productId).matches()) {
                return true;
            }
        }
        return false;
    }
}
