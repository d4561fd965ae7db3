package io.perennial.churn.scoring;

import io.perennial.churn.feature.FeatureVector;
import io.perennial.churn.history.HistoryView;
import io.perennial.churn.history.Shopper;
import io.perennial.churn.label.Target;
import io.perennial.churn.model.ModelRegistry;
import io.perennial.churn.model.ServingModel;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.annotation.Secured;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers what a shopper is likely to do, besides leaving: order again, buy in this session, follow a message sent now. */
@RestController
@RequestMapping("/v1/propensities")
@Secured("churn:read")
class PropensityController {

    private static final Set<Target> TARGETS = EnumSet.complementOf(EnumSet.of(Target.CHURN));

    private final AskedShopper asked;
    private final ModelRegistry models;
    private final Clock clock;

    PropensityController(AskedShopper asked, ModelRegistry models, Clock clock) {
        this.asked = asked;
        this.models = models;
        this.clock = clock;
    }

    /** One likelihood: {@code baseline} and all contributions sum to {@code logOdds}. */
    record Propensity(
            String target,
            double probability,
            int horizonDays,
            ModelSummary model,
            double logOdds,
            double baseline,
            List<Reason> reasons) {}

    /**
     * What nothing is said about.
     *
     * @param reason a slug
     */
    record Unanswered(String target, String reason, String detail) {}

    /** What one shopper is likely to do, as of now. */
    record Answer(
            @Nullable String userId,
            UUID profileId,
            Instant asOf,
            List<Propensity> propensities,
            List<Unanswered> unanswered) {}

    @GetMapping("/{id}")
    Answer propensities(@PathVariable String id) {
        Shopper shopper = asked.of(id).shopper();
        Instant asOf = clock.instant();
        HistoryView past = shopper.history().asOf(asOf);
        List<Propensity> propensities = new ArrayList<>();
        List<Unanswered> unanswered = new ArrayList<>();
        for (Target target : TARGETS) {
            ServingModel model = models.current(target);
            FeatureVector features = target.features().extract(past).orElse(null);
            if (model == null) {
                unanswered.add(noModel(target));
            } else if (features == null) {
                unanswered.add(new Unanswered(
                        target.wire(),
                        "not-enough-history",
                        "The shopper has no order that stands; it can be said after the first"));
            } else if (target == Target.CONVERSION && past.session().isEmpty()) {
                unanswered.add(new Unanswered(target.wire(), "no-session", "The shopper is not in a session just now"));
            } else {
                propensities.add(propensity(target, model, features));
            }
        }
        return new Answer(shopper.userId(), shopper.profileId().value(), asOf, propensities, unanswered);
    }

    private Unanswered noModel(Target target) {
        ModelRegistry.Refusal refusal = models.lastRefusal(target);
        return new Unanswered(
                target.wire(),
                "no-model",
                refusal == null
                        ? "No model has been published yet: POST /v1/churn-models/train with this target"
                        : "The last training was refused: " + refusal.detail());
    }

    private static Propensity propensity(Target target, ServingModel model, FeatureVector features) {
        Explanation explanation = Explanation.of(new Scorer(target.features(), model.linear()), features);
        return new Propensity(
                target.wire(),
                explanation.probability(),
                model.horizonDays(),
                ModelSummary.from(model),
                explanation.logOdds(),
                explanation.baseline(),
                explanation.reasons());
    }
}
