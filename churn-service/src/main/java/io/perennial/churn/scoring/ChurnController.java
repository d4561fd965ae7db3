package io.perennial.churn.scoring;

import io.perennial.churn.feature.FeatureSet;
import io.perennial.churn.feature.FeatureVector;
import io.perennial.churn.history.HistoryView;
import io.perennial.churn.history.KnownShopper;
import io.perennial.churn.history.Shopper;
import io.perennial.churn.label.Target;
import io.perennial.churn.model.ModelRegistry;
import io.perennial.churn.model.ServingModel;
import io.perennial.common.event.Money;
import io.perennial.common.identity.ProfileId;
import io.perennial.common.topic.ProfileState;
import io.perennial.common.web.Cursor;
import io.perennial.common.web.Page;
import io.perennial.common.web.PageRequest;
import io.perennial.common.web.Problem;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.annotation.Secured;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Answers who is leaving, one shopper with reasons or the list of those most at risk. */
@RestController
@RequestMapping("/v1/churn")
@Secured("churn:read")
class ChurnController {

    private final AskedShopper asked;
    private final ModelRegistry models;
    private final ScoreStore scores;
    private final ScoringProperties properties;
    private final Clock clock;

    ChurnController(
            AskedShopper asked, ModelRegistry models, ScoreStore scores, ScoringProperties properties, Clock clock) {
        this.asked = asked;
        this.models = models;
        this.scores = scores;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * One shopper's score as of now: {@code baseline} and all contributions sum to {@code logOdds}.
     *
     * @param valueAtStake what the shop loses with the shopper; null where not known
     * @param expectedValue what contacting the shopper brings less its cost; null where not known
     * @param lowerBand the least the shopper would have to do; null in the lowest band, or where little would not do
     */
    record Answer(
            @Nullable String userId,
            UUID profileId,
            double probability,
            String band,
            @Nullable Money valueAtStake,
            @Nullable Money expectedValue,
            int horizonDays,
            Instant asOf,
            ModelSummary model,
            double logOdds,
            double baseline,
            List<Reason> reasons,
            @Nullable Counterfactual lowerBand) {}

    /** One shopper of the list, as last published. */
    record Item(
            @Nullable String userId,
            UUID profileId,
            double probability,
            String band,
            @Nullable Money expectedValue,
            int horizonDays,
            String model,
            Instant scoredAt) {

        static Item from(StoredScore score, ScoringProperties properties) {
            return new Item(
                    score.userId(),
                    score.profileId().value(),
                    score.probability(),
                    score.band().wire(),
                    properties.money(score.expectedValue()),
                    score.horizonDays(),
                    score.model(),
                    score.scoredAt());
        }
    }

    @GetMapping("/{id}")
    Answer explain(@PathVariable String id, @RequestParam(defaultValue = "true") boolean lowerBand) {
        KnownShopper known = asked.of(id);
        ServingModel model = models.current();
        if (model == null) {
            throw noModel();
        }
        Shopper shopper = known.shopper();
        ProfileState state = known.state();
        Instant asOf = clock.instant();
        HistoryView past = shopper.history().asOf(asOf);
        FeatureVector features = FeatureSet.BUYERS
                .extract(past)
                .orElseThrow(() -> Problem.unprocessable(
                        "not-enough-history",
                        "The shopper has no order that stands; whether someone leaves can be said after the first"));
        Scorer scorer = new Scorer(model.target().features(), model.linear());
        Explanation explanation = Explanation.of(scorer, features);
        Double value = ValueAtStake.of(state, features, model.horizonDays());
        BandRule rule = properties.rule();
        Band band = rule.band(explanation.probability(), value);
        return new Answer(
                shopper.userId(),
                shopper.profileId().value(),
                explanation.probability(),
                band.wire(),
                properties.money(value),
                properties.money(rule.expectedValue(explanation.probability(), value)),
                model.horizonDays(),
                asOf,
                ModelSummary.from(model),
                explanation.logOdds(),
                explanation.baseline(),
                explanation.reasons(),
                lowerBand
                        ? Counterfactual.of(scorer, past, band, p -> rule.band(p, value))
                                .orElse(null)
                        : null);
    }

    /** Says why there is none where a training has found out. */
    private Problem noModel() {
        ModelRegistry.Refusal refusal = models.lastRefusal(Target.CHURN);
        String advice = "No model has been published yet: POST /v1/churn-models/train, then ask again";
        return refusal == null
                ? Problem.conflict("no-model", advice)
                : Problem.conflict("no-model", advice + ". The last training was refused: " + refusal.detail())
                        .with("reason", refusal.reason());
    }

    @GetMapping
    Page<Item> list(
            @RequestParam(defaultValue = "0") double minProbability,
            @RequestParam(required = false) @Nullable String band,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        if (!(minProbability >= 0 && minProbability <= 1)) {
            throw Problem.badRequest("invalid-request", "minProbability must be from 0 to 1; it is " + minProbability)
                    .with("field", "minProbability");
        }
        Band asked = band == null ? null : Band.ofWire(band);
        if (band != null && asked == null) {
            throw Problem.badRequest("invalid-request", "band must be low, medium or high; it is \"" + band + '"')
                    .with("field", "band");
        }
        int size = PageRequest.limit(limit, 50, 500);
        List<StoredScore> found = scores.page(minProbability, asked, place(cursor), size + 1);
        boolean more = found.size() > size;
        List<StoredScore> shown = more ? found.subList(0, size) : found;
        StoredScore last = more ? shown.getLast() : null;
        return new Page<>(
                shown.stream().map(score -> Item.from(score, properties)).toList(),
                last == null
                        ? null
                        : Cursor.encode(
                                Double.toString(last.probability()),
                                last.profileId().toString()));
    }

    private static ScoreStore.@Nullable Place place(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        List<String> parts = Cursor.decode(cursor, 2);
        try {
            return new ScoreStore.Place(Double.parseDouble(parts.getFirst()), ProfileId.parse(parts.getLast()));
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest("invalid-cursor", "cursor must be the \"next\" of an earlier answer, unchanged")
                    .with("field", "cursor");
        }
    }
}
