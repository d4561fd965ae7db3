package io.perennial.churn.scoring;

import io.perennial.churn.evaluation.Predictions;
import io.perennial.churn.feature.FeatureSet;
import io.perennial.churn.feature.FeatureVector;
import io.perennial.churn.history.Shopper;
import io.perennial.churn.model.ServingModel;
import io.perennial.common.identity.ProfileId;
import io.perennial.common.stream.Outbox;
import io.perennial.common.stream.OutboxMessage;
import io.perennial.common.topic.ChurnScoreState;
import io.perennial.common.topic.ProfileState;
import io.perennial.common.topic.TopicCodec;
import io.perennial.common.topic.Topics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The published scores: made, compared with what stands, stored and sent on together. */
@Component
public class Scores {

    private static final TopicCodec<ChurnScoreState> CODEC = TopicCodec.of(ChurnScoreState.class);

    private final ScoreStore store;
    private final Consents consents;
    private final Outbox outbox;
    private final ScoringProperties properties;
    private final BandRule rule;

    Scores(ScoreStore store, Consents consents, Outbox outbox, ScoringProperties properties) {
        this.store = store;
        this.consents = consents;
        this.outbox = outbox;
        this.properties = properties;
        this.rule = properties.rule();
    }

    /**
     * Scores shoppers as of a time. What is published: the first score, another band or model, a probability that moved
     * enough, and every score of a shopper to whom something just happened. Who may not or cannot be scored loses the score.
     *
     * @param live of these shoppers a live event is the cause
     * @param otherwise the cause for everybody else
     */
    @Transactional
    public void refresh(
            ServingModel model, List<Shopper> shoppers, Instant asOf, Set<ProfileId> live, Cause otherwise) {
        if (shoppers.isEmpty()) {
            return;
        }
        Scorer scorer = new Scorer(model.target().features(), model.linear());
        List<ProfileId> profiles = shoppers.stream().map(Shopper::profileId).toList();
        Map<ProfileId, ProfileState> states = consents.states(profiles);
        Map<ProfileId, StoredScore> standing = store.find(profiles);
        List<StoredScore> changed = new ArrayList<>();
        Map<ProfileId, FeatureVector> features = new HashMap<>();
        List<ProfileId> unscored = new ArrayList<>();
        for (Shopper shopper : shoppers) {
            ProfileId profile = shopper.profileId();
            StoredScore before = standing.get(profile);
            ProfileState state = states.get(profile);
            Optional<FeatureVector> vector =
                    consents.allows(state) ? FeatureSet.BUYERS.extract(shopper.history(), asOf) : Optional.empty();
            if (vector.isEmpty()) {
                if (before != null) {
                    unscored.add(profile);
                }
                continue;
            }
            boolean happened = live.contains(profile);
            Double value = ValueAtStake.of(state, vector.get(), model.horizonDays());
            StoredScore score =
                    score(model, scorer, shopper, vector.get(), value, asOf, cause(happened, otherwise, before, model));
            if (happened || before == null || before.differs(score, properties.meaningfulChange())) {
                changed.add(score);
                features.put(profile, vector.get());
            }
        }
        publish(scorer, changed, features);
        withdraw(unscored);
    }

    /** Removes the scores of profiles, and tells; returns how many there were. */
    @Transactional
    public int withdraw(Collection<ProfileId> profiles) {
        if (profiles.isEmpty()) {
            return 0;
        }
        List<ProfileId> withdrawn = store.delete(profiles);
        outbox.publishAll(withdrawn.stream()
                .map(profile -> new OutboxMessage(Topics.CHURN_SCORE, profile.toString(), null))
                .toList());
        return withdrawn.size();
    }

    /** Removes the scores made before then of all but the given profiles: whoever they were of is now part of another. */
    @Transactional
    public void withdrawOthers(Instant then, Set<ProfileId> present) {
        withdraw(store.scoredBefore(then).stream()
                .filter(profile -> !present.contains(profile))
                .toList());
    }

    /** Why the score is what it is: a shopper new to this model is no news of the shopper's life. */
    private static Cause cause(boolean happened, Cause otherwise, @Nullable StoredScore before, ServingModel model) {
        if (happened) {
            return Cause.EVENT;
        }
        return before == null || !before.model().equals(model.id()) ? Cause.MODEL : otherwise;
    }

    private StoredScore score(
            ServingModel model,
            Scorer scorer,
            Shopper shopper,
            FeatureVector vector,
            @Nullable Double valueAtStake,
            Instant asOf,
            Cause cause) {
        double probability = Predictions.sigmoid(scorer.logOdds(vector));
        return new StoredScore(
                shopper.profileId(),
                shopper.userId(),
                probability,
                rule.band(probability, valueAtStake),
                rule.expectedValue(probability, valueAtStake),
                model.horizonDays(),
                model.id(),
                cause,
                asOf);
    }

    private void publish(Scorer scorer, List<StoredScore> scores, Map<ProfileId, FeatureVector> features) {
        if (scores.isEmpty()) {
            return;
        }
        Map<ProfileId, Long> revisions = store.save(scores);
        Map<ProfileId, StoredScore> byProfile =
                scores.stream().collect(Collectors.toMap(StoredScore::profileId, score -> score));
        List<OutboxMessage> messages = new ArrayList<>(revisions.size());
        byProfile.forEach((profile, score) -> {
            Long revision = revisions.get(profile);
            FeatureVector vector = features.get(profile);
            if (revision != null && vector != null) {
                messages.add(new OutboxMessage(
                        Topics.CHURN_SCORE, profile.toString(), CODEC.write(state(scorer, score, vector, revision))));
            }
        });
        outbox.publishAll(messages);
    }

    private ChurnScoreState state(Scorer scorer, StoredScore score, FeatureVector vector, long revision) {
        return new ChurnScoreState(
                score.profileId().value(),
                revision,
                score.probability(),
                score.band().wire(),
                score.horizonDays(),
                score.model(),
                score.scoredAt(),
                score.cause().wire(),
                Explanation.of(scorer, vector, properties.publishedReasons()).reasons().stream()
                        .map(reason -> new ChurnScoreState.Reason(
                                reason.feature(), reason.value(), reason.contribution(), reason.text()))
                        .toList(),
                properties.money(score.expectedValue()));
    }
}
