package io.perennial.recommendation.recommend;

import io.perennial.recommendation.content.ContentIndex;
import io.perennial.recommendation.model.CurrentModels;
import io.perennial.recommendation.session.NextClick;
import java.time.Instant;
import java.util.List;

/** All that candidates come from, of one moment. */
record Knowledge(CurrentModels models, ContentIndex content, NextClicks next) {

    /** What others clicked next after clicks, oldest first. */
    @FunctionalInterface
    interface NextClicks {
        List<NextClick> after(List<String> clicks, Instant now, int limit);
    }
}
