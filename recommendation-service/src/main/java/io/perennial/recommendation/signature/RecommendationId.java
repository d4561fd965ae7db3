package io.perennial.recommendation.signature;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a recommendation was made: all that is needed to learn from what comes of it, so that serving writes nothing.
 *
 * @param nonce what makes it one of its kind; drawn at random
 * @param issuedAt to the millisecond
 * @param strategy what the answer rests on, e.g. {@code personal}
 * @param models short ids of the models that answered, at most {@value #MOST_MODELS}
 * @param propensity probability with which exactly this way of answering was chosen, in (0, 1]
 * @param exposure null outside of experiments
 * @param items what stood there and is to be learnt from, from the first place on; at most {@value #MOST_ITEMS}
 */
public record RecommendationId(
        long nonce,
        Instant issuedAt,
        String placement,
        String strategy,
        List<Integer> models,
        double propensity,
        @Nullable Exposure exposure,
        List<ShownItem> items) {

    public static final int MOST_MODELS = 8;
    public static final int MOST_ITEMS = 20;

    /** Of each name in it, in UTF-8. */
    public static final int MOST_BYTES = 100;

    public RecommendationId {
        models = List.copyOf(models.subList(0, Math.min(MOST_MODELS, models.size())));
        items = List.copyOf(items.subList(0, Math.min(MOST_ITEMS, items.size())));
        issuedAt = Instant.ofEpochMilli(issuedAt.toEpochMilli());
        requireShort(placement);
        requireShort(strategy);
        if (exposure != null) {
            requireShort(exposure.experiment());
            requireShort(exposure.arm());
        }
        if (!(propensity > 0 && propensity <= 1)) {
            throw new IllegalArgumentException("a propensity lies in (0, 1], not " + propensity);
        }
    }

    /** Nothing of it is to be learnt from. */
    public RecommendationId(
            long nonce,
            Instant issuedAt,
            String placement,
            String strategy,
            List<Integer> models,
            double propensity,
            @Nullable Exposure exposure) {
        this(nonce, issuedAt, placement, strategy, models, propensity, exposure, List.of());
    }

    /** The same without what stood there. */
    public RecommendationId withoutItems() {
        return new RecommendationId(nonce, issuedAt, placement, strategy, models, propensity, exposure);
    }

    private static void requireShort(String name) {
        if (name.isEmpty() || name.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw new IllegalArgumentException("a name has 1 to " + MOST_BYTES + " bytes: " + name);
        }
    }
}
