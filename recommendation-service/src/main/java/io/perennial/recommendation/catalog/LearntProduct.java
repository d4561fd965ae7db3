package io.perennial.recommendation.catalog;

import io.perennial.common.event.Product;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What events have told of a product: for each attribute the value of the greatest version, whatever the order they came
 * in. Not thread-safe.
 */
final class LearntProduct {

    private static final LearntAttribute[] ATTRIBUTES = LearntAttribute.values();

    private final Map<LearntAttribute, Learnt> values = new EnumMap<>(LearntAttribute.class);

    /** A value and what it counts. */
    record Learnt(String value, LearntVersion version) {

        private boolean addsTo(Learnt known, Duration refresh) {
            boolean repeats = value.equals(known.value)
                    && version.server() == known.version.server()
                    && version.at() - known.version.at() < refresh.toMillis();
            return version.compareTo(known.version) > 0 && !repeats;
        }
    }

    /** Takes over what a line says, unless something of a later version said otherwise. */
    void learn(Product product, LearntVersion version, boolean withPrice) {
        for (LearntAttribute attribute : ATTRIBUTES) {
            if (attribute != LearntAttribute.PRICE || withPrice) {
                String value = attribute.of(product);
                if (value != null) {
                    set(attribute, new Learnt(value, version));
                }
            }
        }
    }

    void merge(LearntProduct other) {
        other.values.forEach(this::set);
    }

    @Nullable Learnt get(LearntAttribute attribute) {
        return values.get(attribute);
    }

    /**
     * Whether {@code known}, which the table holds at least, lacks something of this: another value of a later version,
     * or the same value later by at least {@code refresh}.
     */
    boolean addsTo(LearntProduct known, Duration refresh) {
        for (Map.Entry<LearntAttribute, Learnt> entry : values.entrySet()) {
            Learnt theirs = known.values.get(entry.getKey());
            if (theirs == null || entry.getValue().addsTo(theirs, refresh)) {
                return true;
            }
        }
        return false;
    }

    private void set(LearntAttribute attribute, Learnt learnt) {
        values.merge(attribute, learnt, (mine, other) -> other.version.compareTo(mine.version) > 0 ? other : mine);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LearntProduct product && values.equals(product.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
