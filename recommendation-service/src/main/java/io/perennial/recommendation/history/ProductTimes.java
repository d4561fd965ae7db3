package io.perennial.recommendation.history;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** When each kind of interaction with one product was, and so what of it stands. */
final class ProductTimes {

    /** A product nothing happened with. */
    static final ProductTimes NONE = new ProductTimes();

    private final Map<InteractionKind, Instant> times = new EnumMap<>(InteractionKind.class);

    void add(Interaction interaction) {
        times.put(interaction.kind(), interaction.at());
    }

    Instant of(InteractionKind kind) {
        return times.getOrDefault(kind, Instant.EPOCH);
    }

    /** The strongest kind that was not taken back since; null where nothing speaks for the product. */
    @Nullable InteractionKind strongest() {
        Instant returned = times.get(InteractionKind.RETURN);
        Instant ordered = times.get(InteractionKind.ORDER);
        if (returned != null && (ordered == null || !ordered.isAfter(returned))) {
            return null;
        }
        if (stands(InteractionKind.ORDER, InteractionKind.CANCEL)) {
            return InteractionKind.ORDER;
        }
        if (stands(InteractionKind.CART, InteractionKind.REMOVE)) {
            return InteractionKind.CART;
        }
        if (stands(InteractionKind.WISH, InteractionKind.UNWISH)) {
            return InteractionKind.WISH;
        }
        return times.containsKey(InteractionKind.VIEW) ? InteractionKind.VIEW : null;
    }

    boolean bought() {
        return stands(InteractionKind.ORDER, InteractionKind.CANCEL) || times.containsKey(InteractionKind.RETURN);
    }

    boolean inCart() {
        return stands(InteractionKind.CART, InteractionKind.REMOVE)
                && stands(InteractionKind.CART, InteractionKind.ORDER);
    }

    private boolean stands(InteractionKind done, InteractionKind undone) {
        Instant at = times.get(done);
        Instant back = times.get(undone);
        return at != null && (back == null || back.isBefore(at));
    }
}
