package io.perennial.recommendation.recommend;

import io.perennial.recommendation.content.ContentIndex;
import io.perennial.recommendation.model.CurrentModels;
import io.perennial.recommendation.placement.Placement;
import io.perennial.recommendation.ranker.ShelfRanker;
import io.perennial.recommendation.session.NextClick;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that candidates come from, of one moment. */
record Knowledge(CurrentModels models, ContentIndex content, NextClicks next) {

    /** What was learnt of the shelves of a name; null where the placement's fixed blend orders them. */
    @Nullable ShelfRanker ranker(Placement placement, String shelf) {
        return placement.ranker() ? models.ranker().of(shelf) : null;
    }

    /** What others clicked next after clicks, oldest first. */
    @FunctionalInterface
    interface NextClicks {
        List<NextClick> after(List<String> clicks, Instant now, int limit);
    }
}
