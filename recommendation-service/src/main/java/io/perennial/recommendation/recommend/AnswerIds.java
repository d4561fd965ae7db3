package io.perennial.recommendation.recommend;

import io.perennial.recommendation.experiment.Choice;
import io.perennial.recommendation.model.Models;
import io.perennial.recommendation.signature.RecommendationId;
import io.perennial.recommendation.signature.RecommendationIds;
import java.time.Clock;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.stereotype.Component;

/** Makes the id of an answer: signed, it says how the answer came about, so that serving writes nothing. */
@Component
class AnswerIds {

    private final RecommendationIds ids;
    private final Models models;
    private final Clock clock;

    AnswerIds(RecommendationIds ids, Models models, Clock clock) {
        this.ids = ids;
        this.models = models;
        this.clock = clock;
    }

    String of(String placement, Strategy strategy, Choice choice) {
        return ids.sign(new RecommendationId(
                ThreadLocalRandom.current().nextLong(),
                clock.instant(),
                placement,
                strategy.wire(),
                models.answering().stream()
                        .map(id -> (int) (id.getMostSignificantBits() >>> 32))
                        .toList(),
                choice.propensity(),
                choice.exposure()));
    }
}
