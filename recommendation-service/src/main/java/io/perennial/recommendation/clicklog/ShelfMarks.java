package io.perennial.recommendation.clicklog;

import io.perennial.recommendation.signature.RecommendationId;
import io.perennial.recommendation.signature.ShownItem;
import java.util.Collection;
import java.util.List;

/** What is told of a shelf's places, a bit each, the first place the lowest. Merging is commutative and idempotent. */
record ShelfMarks(int seen, int chosen, int ordered) {

    static ShelfMarks seen(int places) {
        return new ShelfMarks(places, 0, 0);
    }

    static ShelfMarks chosen(int places) {
        return new ShelfMarks(0, places, 0);
    }

    static ShelfMarks ordered(int places) {
        return new ShelfMarks(0, 0, places);
    }

    ShelfMarks and(ShelfMarks other) {
        return new ShelfMarks(seen | other.seen, chosen | other.chosen, ordered | other.ordered);
    }

    /** The places where products stood. */
    static int places(RecommendationId id, Collection<String> productIds) {
        List<ShownItem> items = id.items();
        int places = 0;
        for (int place = 0; place < items.size(); place++) {
            if (productIds.stream().anyMatch(items.get(place)::is)) {
                places |= 1 << place;
            }
        }
        return places;
    }

    /** All places. */
    static int all(RecommendationId id) {
        return (1 << id.items().size()) - 1;
    }
}
