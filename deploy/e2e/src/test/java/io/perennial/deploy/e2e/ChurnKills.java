package io.perennial.deploy.e2e;

import static io.perennial.deploy.local.service.Service.CHURN;
import static org.assertj.core.api.Assertions.assertThat;

import io.perennial.deploy.local.RunningPart;
import io.perennial.deploy.local.process.Patience;
import io.perennial.deploy.local.process.Signals;
import io.perennial.deploy.local.process.StopSignal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/**
 * Kills churn-service (SIGKILL, no farewell) while a model is trained and champions change, starts it again, and looks at what
 * is left. The service is killed alone: what it started has to end by itself.
 */
final class ChurnKills {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Duration TRAINING = Duration.ofMinutes(2);
    private static final Duration GLANCE = Duration.ofMillis(2);
    private static final Duration CALLING = Duration.ofMillis(150);

    /** Of the time an undisturbed training takes. */
    private static final List<Double> SHARES = List.of(0.5);

    /** Since the JVM that trains has ended, while its model is compared and kept: milliseconds. */
    private static final List<Integer> ENDED = List.of(20, 300);

    private final RunningSuite shop;
    private final ChurnRegistry registry;
    private final RunningPart part;
    private final List<Long> killed = new ArrayList<>();

    ChurnKills(RunningSuite shop) {
        this.shop = shop;
        this.registry = new ChurnRegistry(shop);
        this.part = shop.suite().part(CHURN.module());
    }

    /**
     * What a kill met.
     *
     * @param training its state afterwards: {@code failed} where it was cut off
     * @param child whether the JVM that trains was alive
     * @param calls answered before, each with another champion
     * @param done whether the call that was cut off changed the champion
     */
    record Met(String when, String training, boolean child, int calls, boolean done) {}

    /** Kills at moments spread over a training and its end, while the champion changes by calls; afterwards all works on. */
    List<Met> spreadOverATraining() {
        var undisturbed = train().toMillis();
        var met = new ArrayList<Met>();
        SHARES.forEach(share -> met.add(killAfter(Duration.ofMillis(Math.round(undisturbed * share)))));
        ENDED.forEach(ended -> met.add(killAfterItsJvm(Duration.ofMillis(ended))));
        train();
        registry.champion();
        return met;
    }

    /** How long a training takes that nobody disturbs. */
    private Duration train() {
        var asked = System.nanoTime();
        finished(ask(), TRAINING);
        return Duration.ofNanos(System.nanoTime() - asked);
    }

    /** Kills so long after a training was asked for. */
    private Met killAfter(Duration asked) {
        return kill(
                "%.1f s after it was asked for".formatted(asked.toMillis() / 1e3),
                CALLING,
                () -> Patience.sleep(asked.minus(CALLING)));
    }

    /** Kills so long after the JVM that trains has ended: as the model is compared and kept. */
    private Met killAfterItsJvm(Duration ended) {
        return kill("%d ms after its JVM had ended".formatted(ended.toMillis()), ended, () -> {
            var child = Wait.until("its JVM has begun", TRAINING, this::children, found -> !found.isEmpty());
            while (child.getFirst().isAlive()) {
                Patience.sleep(GLANCE);
            }
        });
    }

    private Met kill(String when, Duration calling, Runnable moment) {
        var champion = registry.champion();
        var models = registry.ids();
        var other =
                models.stream().filter(id -> !id.equals(champion)).findFirst().orElseThrow();
        var job = ask();
        moment.run();
        var pool = Executors.newSingleThreadExecutor();
        try {
            var calls = pool.submit(new ChampionCalls(registry, other, job)::untilCutOff);
            Patience.sleep(calling);
            var child = killAlone();
            var known = calls.get();
            part.start();
            part.awaitReady();
            var ended = finished(job, SOON);
            isWhole(models, ended);
            return new Met(when, ended.text("state"), child, known.changed().size(), wasDone(known, job));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the calls went wrong", e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    /** Returns whether a JVM trained just then; it and its files have to go by themselves. */
    private boolean killAlone() {
        var pid = part.pid().orElseThrow();
        var children = children();
        Signals.send(pid, StopSignal.KILL);
        Wait.until("the service is gone", SOON, part::isAlive, alive -> !alive);
        killed.add(pid);
        Wait.until(
                "the JVM that trained is gone",
                SOON,
                () -> children.stream().filter(ProcessHandle::isAlive).toList(),
                List::isEmpty);
        return !children.isEmpty();
    }

    /** No model is lost, and none is there but that of a training which says so. */
    private void isWhole(List<String> before, Answer training) {
        var models = new ArrayList<>(before);
        if (training.text("model").isEmpty()) {
            assertThat(training.text("reason")).as(training.text()).isEqualTo("interrupted");
        } else {
            models.addFirst(training.text("model"));
        }
        assertThat(registry.ids()).isEqualTo(models);
        registry.champion();
        Wait.until("the files of killed trainings are gone", SOON, this::files, List::isEmpty);
    }

    /** Each call that was answered is on record, in order and once; the one cut off is, or is not. */
    private boolean wasDone(ChampionCalls.Known known, String round) {
        var all = new ArrayList<>(known.changed());
        all.add(known.cutOff());
        var recorded = registry.reasons(round);
        assertThat(recorded).isIn(known.changed(), all);
        return recorded.contains(known.cutOff());
    }

    private String ask() {
        return shop.post(CHURN, "/v1/churn-models/train", "").expect(202).location();
    }

    private Answer finished(String job, Duration within) {
        return Wait.until(
                "the training is over",
                within,
                () -> shop.get(CHURN, job).expect(200),
                got -> !got.text("finishedAt").isEmpty());
    }

    private List<ProcessHandle> children() {
        return part.processes().stream().skip(1).toList();
    }

    /** Of trainings of the processes we killed; others may train on this machine. */
    private List<Path> files() {
        try (var all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return all.filter(file -> killed.stream()
                            .anyMatch(pid ->
                                    file.getFileName().toString().startsWith("perennial-churn-training-" + pid + "-")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
