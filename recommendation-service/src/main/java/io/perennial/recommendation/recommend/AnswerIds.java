package io.perennial.recommendation.recommend;

import io.perennial.recommendation.experiment.Choice;
import io.perennial.recommendation.model.Models;
import io.perennial.recommendation.signature.RecommendationId;
import io.perennial.recommendation.signature.RecommendationIds;
import io.perennial.recommendation.signature.ShownItem;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.stereotype.Component;

/** Makes the id of an answer: signed, it says how the answer came about, so that serving writes nothing. */
@Component
class AnswerIds {

    private final RecommendationIds ids;
    private final Models models;
    private final RecommendProperties properties;
    private final Clock clock;

    AnswerIds(RecommendationIds ids, Models models, RecommendProperties properties, Clock clock) {
        this.ids = ids;
        this.models = models;
        this.properties = properties;
        this.clock = clock;
    }

    /** @param personal whether the shopper consents to being learnt from */
    String of(String placement, Choice choice, Recommender.Answer answer, boolean personal) {
        boolean logged = personal && ThreadLocalRandom.current().nextDouble() < properties.loggedShare();
        return ids.sign(new RecommendationId(
                ThreadLocalRandom.current().nextLong(),
                clock.instant(),
                placement,
                answer.strategy().wire(),
                models.answering().stream()
                        .map(id -> (int) (id.getMostSignificantBits() >>> 32))
                        .toList(),
                choice.propensity(),
                choice.exposure(),
                logged ? items(answer) : List.of()));
    }

    private static List<ShownItem> items(Recommender.Answer answer) {
        return answer.items().stream()
                .limit(RecommendationId.MOST_ITEMS)
                .map(item -> ShownItem.of(item.productId(), item.features().bits()))
                .toList();
    }
}
