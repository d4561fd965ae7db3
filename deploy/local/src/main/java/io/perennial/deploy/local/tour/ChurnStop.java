package io.perennial.deploy.local.tour;

import io.perennial.deploy.local.service.Service;
import java.time.Duration;
import java.util.Set;

/** Where the tour sees who is leaving, and why, and how likely whoever is in the shop just now is to buy. */
final class ChurnStop {

    private static final Duration TRAINING = Duration.ofMinutes(2);
    private static final Duration SCORING = Duration.ofSeconds(30);
    private static final Set<String> UNFINISHED = Set.of("queued", "running", "requested", "pending");

    private final Surroundings surroundings;
    private final Guide guide;

    ChurnStop(Surroundings surroundings, Guide guide) {
        this.surroundings = surroundings;
        this.guide = guide;
    }

    void show(String shopper) {
        if (!surroundings.urls().containsKey(Service.CHURN)) {
            return;
        }
        guide.headline("churn-service: who is leaving, and why");
        if (hasModel("churn")) {
            leaving(shopper);
        }
        guide.headline("churn-service: whether the shopper of the first event buys in the session it began");
        if (hasModel("conversion")) {
            guide.show(Call.get(surroundings.at(Service.CHURN, "/v1/propensities/" + shopper)));
        }
    }

    /** Has one trained where there is none; with too few shoppers there is none then either, and nobody is scored. */
    private boolean hasModel(String target) {
        var models = Call.get(surroundings.at(Service.CHURN, "/v1/churn-models?limit=1&target=" + target));
        if (hasNone(guide.ask(models))) {
            train(target);
        }
        return !hasNone(guide.show(models));
    }

    private void leaving(String shopper) {
        var atRisk = Call.get(surroundings.at(Service.CHURN, "/v1/churn?minProbability=0.5&limit=1"));
        var worst = guide.await(
                        atRisk, SCORING, answer -> !answer.at("items/0/userId").isEmpty())
                .at("items/0/userId");
        var asked = worst.isEmpty() ? shopper : worst;
        guide.show(Call.get(surroundings.at(Service.CHURN, "/v1/churn/" + asked)));
    }

    private static boolean hasNone(Answer models) {
        return models.json().at("/items/0").isMissingNode();
    }

    /** Only the first time: a second tour finds the model. */
    private void train(String target) {
        var train = surroundings.at(Service.CHURN, "/v1/churn-models/train");
        var asked = guide.show(Call.post(train, "{\"target\":\"%s\"}".formatted(target)));
        if (asked.location().isEmpty()) {
            return;
        }
        var job = Call.get(surroundings.at(Service.CHURN, asked.location()));
        guide.showOnce(job, TRAINING, answer -> !UNFINISHED.contains(answer.at("state")));
    }
}
