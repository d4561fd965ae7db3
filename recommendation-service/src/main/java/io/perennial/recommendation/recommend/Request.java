package io.perennial.recommendation.recommend;

import io.perennial.recommendation.catalog.Range;
import io.perennial.recommendation.placement.Placement;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A shelf that is asked for.
 *
 * @param context products the shopper is looking at
 * @param cart what lies in the cart; null: as far as is known
 * @param session products clicked in this session, oldest first; null: as far as is known
 * @param words a search, a category or a referrer's words
 * @param range what may be answered
 * @param exclude products that may not
 */
record Request(
        Placement placement,
        Visit visit,
        List<String> context,
        @Nullable List<String> cart,
        @Nullable List<String> session,
        @Nullable String words,
        Range range,
        Set<String> exclude,
        int limit) {}
