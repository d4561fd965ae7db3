package io.perennial.campaign.wait;

import io.perennial.campaign.contact.Shoppers;
import io.perennial.campaign.decision.Candidate;
import io.perennial.campaign.decision.Decisions;
import io.perennial.common.job.LeaderLock;
import io.perennial.common.stream.StreamProgress;
import io.perennial.common.topic.Topics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Fires waits that are due and lets those go that were followed: decision and end of the wait are one transaction. */
@Component
public class WaitPoller {

    /** The group that reads shop events. */
    public static final String EVENT_GROUP = "campaign-events";

    private static final Logger LOG = LoggerFactory.getLogger(WaitPoller.class);
    private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);

    private final WaitStore store;
    private final Decisions decisions;
    private final Shoppers shoppers;
    private final StreamProgress progress;
    private final LeaderLock leader;
    private final WaitProperties properties;
    private final TransactionTemplate transaction;
    private final Clock clock;

    WaitPoller(
            WaitStore store,
            Decisions decisions,
            Shoppers shoppers,
            StreamProgress progress,
            LeaderLock leader,
            WaitProperties properties,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.decisions = decisions;
        this.shoppers = shoppers;
        this.progress = progress;
        this.leader = leader;
        this.properties = properties;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${perennial.campaign.wait.poll}")
    void poll() {
        List<Waiting> taken = new ArrayList<>();
        int fired;
        do {
            taken.clear();
            try {
                fired = fire(properties.batch(), taken);
            } catch (RuntimeException e) {
                LOG.warn("Could not decide about {} waits together, trying each by itself", taken.size(), e);
                fireSingly(taken.size());
                return;
            }
        } while (fired == properties.batch());
    }

    /** One that cannot be decided must not stop the others. */
    private void fireSingly(int times) {
        for (int i = 0; i < times; i++) {
            List<Waiting> taken = new ArrayList<>();
            try {
                fire(1, taken);
            } catch (RuntimeException e) {
                LOG.error("Could not decide about {}, trying again in {}", taken, AFTER_FAILURE, e);
                transaction.executeWithoutResult(
                        status -> store.postpone(taken, clock.instant().plus(AFTER_FAILURE)));
            }
        }
    }

    private int fire(int limit, List<Waiting> taken) {
        boolean followersKnown = progress.behind(EVENT_GROUP, Topics.ACCEPTED).compareTo(properties.maxEventAge()) <= 0;
        return Objects.requireNonNull(transaction.execute(status -> {
            Instant now = clock.instant();
            List<Waiting> due = store.lockDue(now, limit, followersKnown);
            taken.addAll(due);
            List<Waiting> firing = due.stream().filter(w -> !isFollowed(w)).toList();
            List<Candidate> postponed = firing.isEmpty()
                    ? List.of()
                    : decisions.decide(firing.stream().map(Waiting::candidate).toList());
            List<Waiting> again =
                    due.stream().filter(w -> postponed.contains(w.candidate())).toList();
            store.postpone(again, now.plus(properties.retry()));
            store.delete(due.stream().filter(w -> !again.contains(w)).toList());
            return due.size();
        }));
    }

    private boolean isFollowed(Waiting waiting) {
        if (!waiting.notFollowed()) {
            return false;
        }
        Candidate candidate = waiting.candidate();
        return waiting.isFollowedBy(store.followers(
                candidate.campaign(),
                shoppers.find(candidate.identifier(), candidate.profileId()).profileIds(),
                waiting.key()));
    }

    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT1M")
    void forget() {
        leader.runIfLeader("campaign-forget-followers", () -> store.forgetFollowers(clock.instant()));
    }
}
