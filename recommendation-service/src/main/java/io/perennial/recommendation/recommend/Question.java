package io.perennial.recommendation.recommend;

import io.perennial.recommendation.history.History;
import io.perennial.recommendation.placement.Placement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What is asked of the recommender.
 *
 * @param context the products the shopper is looking at, as the request names them
 * @param history empty for a newcomer, and for who has not consented to personalisation
 */
record Question(Placement placement, List<String> context, History history, Instant now) {

    /** What recommendations should go with: the request's products and, where the placement says so, the cart. */
    List<String> surroundings() {
        if (!placement.cartAsContext()) {
            return context;
        }
        LinkedHashSet<String> all = new LinkedHashSet<>(context);
        all.addAll(history.cart());
        return new ArrayList<>(all);
    }

    /** What never stands on this shelf: what the shopper looks at, has in the cart or, where it matters, bought. */
    Set<String> excluded() {
        Set<String> excluded = inSight();
        if (placement.excludeBought()) {
            excluded.addAll(history.bought());
        }
        return excluded;
    }

    /** What the shopper looks at or has in the cart. */
    Set<String> inSight() {
        Set<String> inSight = new HashSet<>(context);
        inSight.addAll(history.cart());
        return inSight;
    }
}
