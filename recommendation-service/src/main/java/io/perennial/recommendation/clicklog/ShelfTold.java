package io.perennial.recommendation.clicklog;

import io.perennial.recommendation.signature.RecommendationId;

/** What events tell of a shelf. */
record ShelfTold(RecommendationId id, ShelfMarks marks) {

    ShelfTold and(ShelfTold other) {
        return new ShelfTold(id, marks.and(other.marks));
    }
}
