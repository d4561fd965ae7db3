package io.perennial.recommendation.placement;

import org.jspecify.annotations.Nullable;

/** What a merchant decides over the models' heads. */
public sealed interface Rule {

    /** Puts a product at a position, from 1, as long as it is sellable. */
    record Pin(String productId, int position) implements Rule {

        public Pin {
            if (position < 1) {
                throw new IllegalArgumentException("rules: a pin's position must be at least 1");
            }
        }
    }

    /** Multiplies the scores of what it is about: above 1 a boost, below 1 a bury, 0 leaves it out. */
    record Weigh(Scope scope, double factor) implements Rule {

        public Weigh {
            if (factor < 0 || !Double.isFinite(factor)) {
                throw new IllegalArgumentException("rules: a factor must be a number of at least 0");
            }
        }
    }

    /** A product, a category with all below it, or a brand; of those given all must fit. */
    record Scope(
            @Nullable String productId,
            @Nullable String category,
            @Nullable String brand) {

        public Scope {
            if (productId == null && category == null && brand == null) {
                throw new IllegalArgumentException("rules: a boost or bury names a productId, a category or a brand");
            }
        }
    }
}
