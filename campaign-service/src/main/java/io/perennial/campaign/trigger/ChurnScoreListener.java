package io.perennial.campaign.trigger;

import io.perennial.campaign.decision.Candidate;
import io.perennial.campaign.decision.Decisions;
import io.perennial.campaign.definition.Campaign;
import io.perennial.campaign.wait.WaitBook;
import io.perennial.campaign.wait.Waiting;
import io.perennial.campaign.wait.Waits;
import io.perennial.common.identity.ProfileId;
import io.perennial.common.stream.StateChange;
import io.perennial.common.stream.Subscription;
import io.perennial.common.topic.ChurnScoreState;
import io.perennial.common.topic.TopicCodec;
import io.perennial.common.topic.Topics;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Reads churn scores: those of an event or of passing time trigger campaigns, those of a new model never do. */
@Component
class ChurnScoreListener {

    private static final String BY_MODEL = "model";
    private static final String BY_EVENT = "event";

    private final CurrentMatcher matcher;
    private final Waits waits;
    private final Decisions decisions;
    private final Clock clock;

    ChurnScoreListener(CurrentMatcher matcher, Waits waits, Decisions decisions, Clock clock) {
        this.matcher = matcher;
        this.waits = waits;
        this.decisions = decisions;
        this.clock = clock;
    }

    void handle(List<StateChange<ChurnScoreState>> batch) {
        CampaignMatcher current = matcher.get();
        List<ChurnScoreState> scores = new ArrayList<>();
        for (StateChange<ChurnScoreState> change : batch) {
            ChurnScoreState score = change.value();
            if (score != null
                    && !BY_MODEL.equals(score.cause())
                    && !current.ofBand(score.band()).isEmpty()) {
                scores.add(score);
            }
        }
        if (scores.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        WaitBook book = new WaitBook();
        List<Candidate> stale = new ArrayList<>();
        for (ChurnScoreState score : scores) {
            for (Campaign campaign : current.ofBand(score.band())) {
                Candidate candidate = candidate(campaign, score);
                if (isOld(campaign, score.scoredAt(), now)) {
                    stale.add(candidate);
                } else {
                    book.add(new Waiting(candidate, "", score.scoredAt(), now, false));
                }
            }
        }
        waits.add(book);
        decisions.suppressStale(stale);
    }

    private static Candidate candidate(Campaign campaign, ChurnScoreState score) {
        return new Candidate(
                campaign.name(),
                null,
                new ProfileId(score.profileId()),
                "score:" + score.revision(),
                score.scoredAt(),
                score.scoredAt(),
                BY_EVENT.equals(score.cause()),
                Map.of());
    }

    private static boolean isOld(Campaign campaign, Instant at, Instant now) {
        return at.plus(campaign.freshness()).isBefore(now);
    }

    /** Subscribes it. */
    @Configuration
    static class Streams {
        @Bean
        Subscription<StateChange<ChurnScoreState>> churnScores(ChurnScoreListener listener) {
            return Subscription.toState(
                    Topics.CHURN_SCORE, "campaign-churn", TopicCodec.of(ChurnScoreState.class), listener::handle);
        }
    }
}
