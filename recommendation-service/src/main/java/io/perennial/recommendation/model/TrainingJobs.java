package io.perennial.recommendation.model;

import io.perennial.common.job.LeaderLock;
import io.perennial.recommendation.history.Histories;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Queues trainings and does them, one at a time over all replicas. */
@Service
class TrainingJobs {

    private static final Logger LOG = LoggerFactory.getLogger(TrainingJobs.class);
    private static final String LOCK = "recommendation-training";

    /** Rest for each time of training: a twentieth of the time at most goes into it, however large the shop. */
    private static final int RESTS = 19;

    private final TrainingJobStore store;
    private final Training training;
    private final Models models;
    private final Histories histories;
    private final LeaderLock leader;
    private final ModelProperties properties;
    private final Clock clock;

    TrainingJobs(
            TrainingJobStore store,
            Training training,
            Models models,
            Histories histories,
            LeaderLock leader,
            ModelProperties properties,
            Clock clock) {
        this.store = store;
        this.training = training;
        this.models = models;
        this.histories = histories;
        this.leader = leader;
        this.properties = properties;
        this.clock = clock;
    }

    /** The job that will train on what is known now. */
    TrainingJob request() {
        return store.queue("request", clock.instant());
    }

    @Nullable TrainingJob find(UUID jobId) {
        return store.find(jobId);
    }

    /** Queues a training where the last lies long enough back and enough has changed since. */
    void queueIfDue() {
        Instant now = clock.instant();
        TrainingJob last = store.last();
        if (last == null) {
            queueIfChanged(null, 1, now);
        } else if (!restedAt(last).isAfter(now)) {
            queueIfChanged(last.startedAt(), Math.max(1, properties.trainingChanges()), now);
        }
    }

    private void queueIfChanged(@Nullable Instant since, long enough, Instant now) {
        if (histories.changedSince(since, enough) >= enough) {
            store.queue("schedule", now);
        }
    }

    /** The interval after its start, and not before it has rested several times as long as it took. */
    private Instant restedAt(TrainingJob last) {
        Instant started = Objects.requireNonNull(last.startedAt(), "a training that ended has begun");
        Instant finished = Objects.requireNonNull(last.finishedAt(), "a training that ended has an end");
        Instant byInterval = started.plus(properties.trainingInterval());
        Instant byRest = finished.plus(Duration.between(started, finished).multipliedBy(RESTS));
        return byInterval.isAfter(byRest) ? byInterval : byRest;
    }

    /** Does the waiting job, if one waits and nobody else is training. */
    void work() {
        if (store.anyQueued()) {
            leader.runIfLeader(LOCK, this::workAsLeader);
        }
    }

    private void workAsLeader() {
        store.failOrphans(clock.instant());
        TrainingJob job = store.start(clock.instant());
        if (job == null) {
            return;
        }
        try {
            Training.Outcome outcome = training.train(CodeVersion.of(Training.class));
            if (outcome == null) {
                finish(job, TrainingJob.State.REFUSED, "there is no interaction to learn from; send events first");
                return;
            }
            models.publish(outcome);
            models.poll();
            finish(
                    job,
                    TrainingJob.State.SUCCEEDED,
                    "item-to-item of %d products from %d shoppers; popularity of %d products"
                            .formatted(
                                    outcome.itemToItem().products(),
                                    outcome.provenance().shoppers(),
                                    outcome.popularity().mostPopularFirst().size()));
        } catch (RuntimeException e) {
            LOG.error("Training failed", e);
            finish(job, TrainingJob.State.FAILED, "training failed: " + e.getMessage());
        }
    }

    private void finish(TrainingJob job, TrainingJob.State state, String detail) {
        LOG.info("Training {} {}: {}", job.jobId(), state.wire(), detail);
        store.finish(job.jobId(), state, detail, clock.instant());
    }
}
