package io.perennial.recommendation.catalog;

import io.perennial.common.event.Product;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What events have told of a product: for each attribute the value of the greatest version, whatever the order they came
 * in. Not thread-safe.
 */
final class LearntProduct {

    private static final LearntAttribute[] ATTRIBUTES = LearntAttribute.values();

    private final @Nullable String[] values = new @Nullable String[ATTRIBUTES.length];
    private final @Nullable LearntVersion[] versions = new @Nullable LearntVersion[ATTRIBUTES.length];

    /** Takes over what a line says, unless something of a later version said otherwise. */
    void learn(Product product, LearntVersion version, boolean withPrice) {
        for (LearntAttribute attribute : ATTRIBUTES) {
            if (attribute != LearntAttribute.PRICE || withPrice) {
                set(attribute.ordinal(), attribute.of(product), version);
            }
        }
    }

    void merge(LearntProduct other) {
        for (LearntAttribute attribute : ATTRIBUTES) {
            int a = attribute.ordinal();
            set(a, other.values[a], other.versions[a]);
        }
    }

    @Nullable String value(LearntAttribute attribute) {
        return values[attribute.ordinal()];
    }

    @Nullable LearntVersion version(LearntAttribute attribute) {
        return versions[attribute.ordinal()];
    }

    /**
     * Whether {@code known}, which the table holds at least, lacks something of this: another value of a later version,
     * or the same value later by more than {@code refresh}.
     */
    boolean addsTo(LearntProduct known, Duration refresh) {
        for (LearntAttribute attribute : ATTRIBUTES) {
            int a = attribute.ordinal();
            LearntVersion mine = versions[a];
            LearntVersion theirs = known.versions[a];
            if (mine != null && (theirs == null || mine.compareTo(theirs) > 0)) {
                boolean refreshed = theirs != null
                        && mine.server() == theirs.server()
                        && String.valueOf(values[a]).equals(known.values[a])
                        && mine.at() - theirs.at() < refresh.toMillis();
                if (!refreshed) {
                    return true;
                }
            }
        }
        return false;
    }

    private void set(int attribute, @Nullable String value, @Nullable LearntVersion version) {
        LearntVersion current = versions[attribute];
        if (value != null && version != null && (current == null || version.compareTo(current) > 0)) {
            values[attribute] = value;
            versions[attribute] = version;
        }
    }
}
