package io.perennial.churn.training;

import io.micrometer.core.instrument.MeterRegistry;
import io.perennial.churn.label.Target;
import io.perennial.churn.label.Window;
import io.perennial.common.job.LeaderLock;
import io.perennial.common.web.Problem;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Takes training jobs and has them done in the background, one at a time in the whole installation.
 *
 * <p>{@code churn.training.duration{target,outcome}} (seconds): alert where no {@code published} came for two intervals.
 */
@Component
public class Trainings {

    private static final Logger LOG = LoggerFactory.getLogger(Trainings.class);
    private static final String JOB = "churn-training";
    /** A queued job this old that nobody holds the lock for was left behind. */
    private static final Duration GRACE = Duration.ofSeconds(30);

    private static final Duration ONCE_WITHIN = Duration.ofMinutes(10);
    private static final Duration ONCE_FOR_DRIFT = Duration.ofDays(1);

    private final TrainingRun run;
    private final TrainingJobStore store;
    private final TrainingProperties properties;
    private final LeaderLock leader;
    private final Clock clock;
    private final MeterRegistry meters;
    private final ExecutorService background = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("churn-training").factory());

    Trainings(
            TrainingRun run,
            TrainingJobStore store,
            TrainingProperties properties,
            LeaderLock leader,
            Clock clock,
            MeterRegistry meters) {
        this.run = run;
        this.store = store;
        this.properties = properties;
        this.leader = leader;
        this.clock = clock;
        this.meters = meters;
    }

    /**
     * Takes a job.
     *
     * @param horizonDays null: as configured, or as the shop's own inter-purchase times say
     * @param asOf null: now
     * @throws Problem 409 where one is open already
     */
    TrainingJob request(TrainingJob.Cause cause, Target target, @Nullable Integer horizonDays, @Nullable Instant asOf) {
        TrainingJob job = take(cause, target, horizonDays, asOf);
        background.execute(() -> attempt(job));
        return job;
    }

    private TrainingJob take(
            TrainingJob.Cause cause, Target target, @Nullable Integer horizonDays, @Nullable Instant asOf) {
        closeAbandoned();
        Instant now = clock.instant();
        TrainingJob job = new TrainingJob(
                UUID.randomUUID(),
                target,
                TrainingJob.State.QUEUED,
                cause,
                horizonDays,
                asOf == null ? now : asOf,
                now,
                null,
                null,
                null,
                null,
                null);
        if (!store.add(job)) {
            TrainingJob open = store.open();
            Problem problem = Problem.conflict(
                    "training-running", "A training is under way; wait for it and ask again, or read its job");
            throw open == null ? problem : problem.with("job", open.id().toString());
        }
        return job;
    }

    @Nullable TrainingJob find(UUID id) {
        return store.find(id);
    }

    /** What a killed process left is cleared up as the next one starts; what it had queued, once that is old enough. */
    @Scheduled(initialDelay = 0)
    @Scheduled(initialDelay = 31, timeUnit = TimeUnit.SECONDS)
    void clearUp() {
        closeAbandoned();
    }

    private void closeAbandoned() {
        Instant now = clock.instant();
        leader.runIfLeader(JOB, () -> store.closeAbandoned(now.minus(GRACE), now));
    }

    @Scheduled(cron = "${perennial.churn.training.cron}")
    void onSchedule() {
        if (store.requestedSince(
                TrainingJob.Cause.SCHEDULE, null, clock.instant().minus(ONCE_WITHIN))) {
            return; // another replica was first
        }
        background.execute(() -> properties.targets().forEach(this::scheduled));
    }

    /** One target after the other; where somebody else trains just then, this one waits for the next time. */
    private void scheduled(Target target) {
        try {
            attempt(take(TrainingJob.Cause.SCHEDULE, target, null, null));
        } catch (Problem running) {
            LOG.info("No scheduled training for {}: {}", target.wire(), running.getMessage());
        }
    }

    /** When shoppers are asked about who are like those of a training's baseline. */
    public Window window(Target target, Instant until) {
        return Window.before(until, target, properties.snapshotStep());
    }

    /** Trains because the world of a target's model moved: at most once a day for each, and not while another training runs. */
    public void becauseOfDrift(Target target) {
        if (store.requestedSince(
                TrainingJob.Cause.DRIFT, target, clock.instant().minus(ONCE_FOR_DRIFT))) {
            return;
        }
        try {
            request(TrainingJob.Cause.DRIFT, target, null, null);
        } catch (Problem running) {
            LOG.info("No training for {} because of drift: {}", target.wire(), running.getMessage());
        }
    }

    private void attempt(TrainingJob job) {
        long started = System.nanoTime();
        String outcome = "failed";
        try {
            TrainingJob.State[] state = {TrainingJob.State.FAILED};
            if (!lead(() -> state[0] = run.run(job))) {
                throw new IllegalStateException("the lock is held, though no other job is open");
            }
            outcome = state[0].wire();
            LOG.info("Training {} ended: {}", job.id(), outcome);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("Training {} failed", job.id(), e);
            fail(job, e);
        } finally {
            meters.timer("churn.training.duration", "target", job.target().wire(), "outcome", outcome)
                    .record(System.nanoTime() - started, TimeUnit.NANOSECONDS);
        }
    }

    /** Who looks for abandoned jobs holds the lock for a moment: so not at once, but soon. */
    private boolean lead(Runnable work) throws InterruptedException {
        for (int attempt = 0; attempt < 50; attempt++) {
            if (leader.runIfLeader(JOB, work)) {
                return true;
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        return false;
    }

    private void fail(TrainingJob job, RuntimeException cause) {
        try {
            store.ended(
                    job.id(),
                    TrainingJob.State.FAILED,
                    clock.instant(),
                    Thread.currentThread().isInterrupted() ? "interrupted" : "internal-error",
                    "The training broke off and is logged under its id; the published model, if any, stays. " + cause);
        } catch (RuntimeException e) {
            LOG.warn("That training {} failed could not be noted", job.id(), e);
        }
    }

    @PreDestroy
    void stop() {
        background.shutdownNow();
    }
}
