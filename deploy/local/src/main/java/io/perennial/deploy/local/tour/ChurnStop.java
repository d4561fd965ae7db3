package io.perennial.deploy.local.tour;

import io.perennial.deploy.local.service.Service;
import java.time.Duration;
import java.util.Set;

/** Where the tour sees who is leaving, and why. */
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
        var models = Call.get(surroundings.at(Service.CHURN, "/v1/churn-models?target=churn&limit=1"));
        if (hasNone(guide.ask(models))) {
            train();
        }
        if (hasNone(guide.show(models))) {
            return; // too few shoppers for a model: nobody is scored
        }
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
    private void train() {
        var asked = guide.show(Call.post(surroundings.at(Service.CHURN, "/v1/churn-models/train")));
        if (asked.location().isEmpty()) {
            return;
        }
        var job = Call.get(surroundings.at(Service.CHURN, asked.location()));
        guide.showOnce(job, TRAINING, answer -> !UNFINISHED.contains(answer.at("state")));
    }
}
