package io.perennial.recommendation.experiment;

import io.perennial.common.web.Problem;
import io.perennial.recommendation.attribution.Outcomes;
import io.perennial.recommendation.bandit.ThompsonSampling;
import io.perennial.recommendation.experiment.Experiment.Allocation;
import io.perennial.recommendation.experiment.Experiment.State;
import io.perennial.recommendation.placement.Placement;
import io.perennial.recommendation.placement.Placements;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** The experiments there are, and which arm an answer gets. Replicas poll what runs; a choice reads memory only. */
@Service
public class Experiments {

    private static final Logger LOG = LoggerFactory.getLogger(Experiments.class);

    private final ExperimentStore store;
    private final Outcomes outcomes;
    private final Placements placements;
    private final JsonMapper json;
    private final Clock clock;
    private volatile Map<String, RunningExperiment> running = Map.of();

    Experiments(ExperimentStore store, Outcomes outcomes, Placements placements, JsonMapper json, Clock clock) {
        this.store = store;
        this.outcomes = outcomes;
        this.placements = placements;
        this.json = json;
        this.clock = clock;
    }

    /**
     * The way an answer is to be made: the placement as it is where nothing runs there.
     *
     * @param shopper whom it is for, the same text each time; null where nobody is known, or they do not consent
     */
    public Choice choose(Placement placement, @Nullable String shopper) {
        RunningExperiment experiment = running.get(placement.name());
        return experiment == null
                ? new Choice(placement, 1, null)
                : experiment.choose(
                        placement, shopper, () -> ThreadLocalRandom.current().nextDouble());
    }

    /** Takes up what was started or stopped, and what bandits have learnt since. */
    void poll() {
        Map<String, RunningExperiment> polled = new HashMap<>();
        for (ExperimentStore.Row row : store.running()) {
            try {
                Experiment experiment = experiment(row);
                polled.put(
                        experiment.placement(),
                        new RunningExperiment(
                                experiment,
                                row.salt(),
                                DoubleStream.of(probabilities(experiment))
                                        .boxed()
                                        .toList()));
            } catch (Problem e) {
                // Written by a newer version of this service: its placement is answered as it is.
                LOG.warn("Experiment {} cannot be read here: {}", row.name(), e.getMessage());
            }
        }
        running = Map.copyOf(polled);
    }

    private double[] probabilities(Experiment experiment) {
        return experiment.allocation() == Allocation.FIXED
                ? experiment.shares()
                : ThompsonSampling.probabilities(
                        BanditReport.posteriors(experiment, outcomes.arms(experiment.name())),
                        experiment.exploration());
    }

    /** Null where there is none of that name. */
    ExperimentStore.@Nullable Row find(String name) {
        return store.find(name);
    }

    List<ExperimentStore.Row> page(String after, int limit) {
        return store.page(after, limit);
    }

    /** What a row defines, in its state. */
    Experiment experiment(ExperimentStore.Row row) {
        State state = State.of(row.state());
        Experiment read = ExperimentReader.read(row.name(), json.readValue(row.definition(), Map.class));
        return state == null ? read : read.in(state);
    }

    /**
     * Writes an experiment.
     *
     * @throws Problem where it makes no sense, where another runs at the placement, or where it is no draft any more and more
     *     than its state would change
     */
    void put(Experiment experiment) {
        placements.named(experiment.placement());
        ExperimentStore.Row row = store.find(experiment.name());
        if (row != null && !row.state().equals("draft")) {
            requireOnlyStopped(experiment(row), experiment);
        }
        if (experiment.state() == State.RUNNING) {
            requireFree(experiment);
        }
        try {
            store.save(
                    experiment.name(),
                    experiment.placement(),
                    experiment.state().wire(),
                    json.writeValueAsString(experiment),
                    UUID.randomUUID().toString(),
                    clock.instant());
        } catch (DuplicateKeyException e) {
            requireFree(experiment);
            throw e;
        }
        poll();
    }

    private void requireFree(Experiment experiment) {
        String other = store.runningAt(experiment.placement());
        if (other != null && !other.equals(experiment.name())) {
            throw Problem.conflict(
                            "placement-taken",
                            "experiment " + other + " runs at placement " + experiment.placement()
                                    + "; stop it first, for one at a time can be told apart")
                    .with("field", "placement");
        }
    }

    private static void requireOnlyStopped(Experiment stands, Experiment asked) {
        boolean same = stands.equals(asked.in(stands.state()));
        boolean onward = stands.state() == asked.state() || asked.state() == State.STOPPED;
        if (!same || !onward) {
            throw Problem.conflict(
                            "experiment-" + stands.state().wire(),
                            stands.state() == State.RUNNING
                                    ? "a running experiment can only be stopped, with all else as it is; start another name"
                                    : "a stopped experiment stays what it was; start another name")
                    .with("field", "state");
        }
    }
}
