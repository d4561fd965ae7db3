package io.perennial.recommendation.recommend;

import io.perennial.recommendation.history.History;
import io.perennial.recommendation.placement.Placement;
import io.perennial.recommendation.repurchase.RepurchaseModel;
import io.perennial.recommendation.repurchase.Rhythm;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of the recommender.
 *
 * @param context the products the shopper is looking at, as the request names them
 * @param cart what lies in the cart, as the request or else the history says
 * @param session products clicked in this session, oldest first
 * @param words a search, a category or a referrer's words; null where there are none
 * @param history empty for a newcomer, and for who has not consented to personalisation
 */
record Question(
        Placement placement,
        List<String> context,
        List<String> cart,
        List<String> session,
        @Nullable String words,
        History history,
        Instant now) {

    /** Of the products looked at alone. */
    static Question of(Placement placement, List<String> context, History history, Instant now) {
        return new Question(placement, context, history.cart(), List.of(), null, history, now);
    }

    /** What recommendations should go with: the request's products and, where the placement says so, the cart. */
    List<String> surroundings() {
        if (!placement.cartAsContext()) {
            return context;
        }
        LinkedHashSet<String> all = new LinkedHashSet<>(context);
        all.addAll(cart);
        return new ArrayList<>(all);
    }

    /** The session's clicks, what the shopper looks at now the last of them. */
    List<String> clicks() {
        List<String> clicks = new ArrayList<>(session);
        clicks.removeAll(context);
        clicks.addAll(context);
        return clicks;
    }

    /** What never stands on this shelf: what the shopper looks at, has in the cart or, where it matters, bought. */
    Set<String> excluded(RepurchaseModel repurchase) {
        Set<String> excluded = new HashSet<>();
        if (placement.excludeBought()) {
            excluded.addAll(history.bought());
            if (placement.returnDue()) {
                due(repurchase).forEach(excluded::remove);
            }
        }
        excluded.addAll(inSight());
        return excluded;
    }

    /** What the shopper bought and has probably used up. */
    List<String> due(RepurchaseModel repurchase) {
        Set<String> bought = history.bought();
        List<String> due = new ArrayList<>();
        history.orderedAt().forEach((productId, at) -> {
            Rhythm rhythm = repurchase.rhythmOf(productId);
            if (rhythm != null && bought.contains(productId) && rhythm.due(Duration.between(at, now))) {
                due.add(productId);
            }
        });
        due.sort(null);
        return due;
    }

    /** What the shopper looks at or has in the cart. */
    Set<String> inSight() {
        Set<String> inSight = new HashSet<>(context);
        inSight.addAll(cart);
        return inSight;
    }
}
