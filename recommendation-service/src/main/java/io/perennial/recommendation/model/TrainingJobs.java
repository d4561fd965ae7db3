package io.perennial.recommendation.model;

import io.perennial.common.job.LeaderLock;
import io.perennial.recommendation.clicklog.ClickLog;
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

/** Queues trainings and does them, one of a kind at a time over all replicas. */
@Service
class TrainingJobs {

    private static final Logger LOG = LoggerFactory.getLogger(TrainingJobs.class);
    /** Rest for each time of training: a twentieth of the time at most goes into it, however large the shop. */
    private static final int RESTS = 19;

    private final TrainingJobStore store;
    private final ModelsTraining modelsTraining;
    private final BlendTraining blendTraining;
    private final RankerTraining rankerTraining;
    private final Models models;
    private final Histories histories;
    private final ClickLog clicks;
    private final LeaderLock leader;
    private final ModelProperties properties;
    private final Clock clock;

    TrainingJobs(
            TrainingJobStore store,
            ModelsTraining modelsTraining,
            BlendTraining blendTraining,
            RankerTraining rankerTraining,
            Models models,
            Histories histories,
            ClickLog clicks,
            LeaderLock leader,
            ModelProperties properties,
            Clock clock) {
        this.store = store;
        this.modelsTraining = modelsTraining;
        this.blendTraining = blendTraining;
        this.rankerTraining = rankerTraining;
        this.models = models;
        this.histories = histories;
        this.clicks = clicks;
        this.leader = leader;
        this.properties = properties;
        this.clock = clock;
    }

    /** The job that will train on what is known now. */
    TrainingJob request(TrainingJob.Kind kind) {
        return store.queue(kind, "request", clock.instant());
    }

    @Nullable TrainingJob find(UUID jobId) {
        return store.find(jobId);
    }

    /** Queues a training where the last lies long enough back and enough has changed since. */
    void queueIfDue(TrainingJob.Kind kind) {
        Instant now = clock.instant();
        TrainingJob last = store.last(kind);
        Instant since = last == null ? null : last.startedAt();
        if ((last == null || !restedAt(last).isAfter(now)) && enoughIsNew(kind, since)) {
            store.queue(kind, "schedule", now);
        }
    }

    /** @param since null: never before */
    private boolean enoughIsNew(TrainingJob.Kind kind, @Nullable Instant since) {
        if (kind == TrainingJob.Kind.RANKER) {
            long enough = properties.ranker().trainingShelves();
            return clicks.shownSince(since == null ? Instant.EPOCH : since, enough) >= enough;
        }
        long first = kind == TrainingJob.Kind.BLEND ? properties.blend().fewestShoppers() : 1;
        long enough = since == null ? first : Math.max(1, properties.trainingChanges());
        return histories.changedSince(since, enough) >= enough;
    }

    /** The interval after its start, and not before it has rested several times as long as it took. */
    private Instant restedAt(TrainingJob last) {
        Instant started = Objects.requireNonNull(last.startedAt(), "a training that ended has begun");
        Instant finished = Objects.requireNonNull(last.finishedAt(), "a training that ended has an end");
        Duration interval = switch (last.kind()) {
            case MODELS -> properties.trainingInterval();
            case BLEND -> properties.blend().interval();
            case RANKER -> properties.ranker().interval();
        };
        Instant byInterval = started.plus(interval);
        Instant byRest = finished.plus(Duration.between(started, finished).multipliedBy(RESTS));
        return byInterval.isAfter(byRest) ? byInterval : byRest;
    }

    /** Does the waiting job of a kind, if one waits and nobody else is training it. */
    void work(TrainingJob.Kind kind) {
        if (store.anyQueued(kind)) {
            leader.runIfLeader("recommendation-training-" + kind.wire(), () -> workAsLeader(kind));
        }
    }

    private void workAsLeader(TrainingJob.Kind kind) {
        store.failOrphans(kind, clock.instant());
        TrainingJob job = store.start(kind, clock.instant());
        if (job == null) {
            return;
        }
        try {
            String made = switch (kind) {
                case MODELS -> modelsTraining.train();
                case BLEND -> blendTraining.train();
                case RANKER -> rankerTraining.train();
            };
            models.poll();
            finish(job, TrainingJob.State.SUCCEEDED, made);
        } catch (NothingToLearn e) {
            models.poll();
            finish(job, TrainingJob.State.REFUSED, e.why());
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
