package io.perennial.churn.model;

import io.perennial.churn.drift.Baseline;
import io.perennial.churn.label.Target;
import io.perennial.churn.model.ChampionChange.Cause;
import io.perennial.common.web.Problem;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Says which model serves. Every change is one transaction with its record, one at a time; a process that dies on the way
 * leaves the champion there was.
 */
@Component
public class Champions {

    private static final String TRAINING = "training";

    private final ModelStore models;
    private final ChampionChangeStore changes;
    private final ArtefactReader artefacts;
    private final Clock clock;

    Champions(ModelStore models, ChampionChangeStore changes, ArtefactReader artefacts, Clock clock) {
        this.models = models;
        this.changes = changes;
        this.artefacts = artefacts;
        this.clock = clock;
    }

    /**
     * Keeps a trained model, and makes it the champion of its target where it was better than the present one on the later window or none
     * can serve.
     *
     * @param comparison null where there was nothing comparable
     * @param baseline the shoppers it was made for; null: its drift is not watched
     * @return whether it is the champion now
     */
    @Transactional
    public boolean register(ModelArtefact artefact, @Nullable Comparison comparison, @Nullable Baseline baseline) {
        models.lockChampion();
        Target target = artefact.target();
        String text = artefacts.write(artefact);
        models.add(
                artefact.id(),
                target,
                artefact.trainedAt(),
                artefact.provenance().horizonDays(),
                text,
                ArtefactReader.sha256(text),
                comparison == null ? null : artefacts.write(comparison),
                baseline == null ? null : artefacts.write(baseline));
        ModelStore.Row champion = models.published(target);
        String defect = champion == null ? "there was no model" : artefacts.defect(champion);
        if (defect != null) {
            crown(artefact.id(), champion, Cause.TRAINING, TRAINING, "Nobody could serve: " + defect);
            return true;
        }
        if (champion == null
                || comparison == null
                || !comparison.champion().equals(champion.id())
                || !comparison.better()) {
            return false;
        }
        crown(artefact.id(), champion, Cause.TRAINING, TRAINING, better(comparison));
        return true;
    }

    /** Notes that a champion held against a challenger of today's shoppers: from now on drift is measured against these. */
    @Transactional
    public void confirm(String champion, Baseline baseline) {
        models.baseline(champion, artefacts.write(baseline));
    }

    /**
     * Makes a kept model the champion; of the one that is nothing changes.
     *
     * @throws Problem 404 where there is none of that id, 422 where it cannot serve
     */
    @Transactional
    void promote(String id, String actor, String reason) {
        models.lockChampion();
        ModelStore.Row model = usable(id);
        if (model.state() != ModelState.PUBLISHED) {
            crown(id, models.published(model.target()), Cause.REQUEST, actor, reason);
        }
    }

    /**
     * Takes a champion back: the one it replaced serves again. Asked once more it changes nothing.
     *
     * @return the champion there is now
     * @throws Problem 409 where another model than {@code from} serves by now, or it replaced none; 422 where that cannot serve
     */
    @Transactional
    String rollback(String from, String actor, String reason) {
        models.lockChampion();
        ModelStore.Row named = models.find(from);
        ModelStore.Row champion = models.published(named == null ? Target.CHURN : named.target());
        ChampionChange last = changes.lastOf(from);
        if (champion == null || !champion.id().equals(from)) {
            ChampionChange present = champion == null ? null : changes.lastOf(champion.id());
            if (present != null && present.cause() == Cause.ROLLBACK && from.equals(present.previous())) {
                return present.model();
            }
            throw Problem.conflict(
                            "not-the-champion",
                            "from must be the model that serves; it is \"" + from + "\", and "
                                    + (champion == null ? "none" : champion.id()) + " serves")
                    .with("field", "from");
        }
        String previous = last == null ? null : last.previous();
        if (previous == null) {
            throw Problem.conflict(
                    "no-earlier-champion", "Nothing served before " + from + ": promote another model, or train");
        }
        usable(previous);
        crown(previous, champion, Cause.ROLLBACK, actor, reason);
        return previous;
    }

    /** Newest first. */
    List<ChampionChange> latest(int limit) {
        return changes.latest(limit);
    }

    private ModelStore.Row usable(String id) {
        ModelStore.Row model = models.find(id);
        if (model == null) {
            throw Problem.notFound(
                    "model-not-found", "No model has the id \"" + id + "\": GET /v1/churn-models lists them");
        }
        String defect = artefacts.defect(model);
        if (defect != null) {
            throw Problem.unprocessable(
                    "model-unusable", "The champion stays, since the other cannot serve: " + defect);
        }
        return model;
    }

    private void crown(String id, ModelStore.@Nullable Row previous, Cause cause, String actor, String reason) {
        models.publish(id);
        changes.add(
                new ChampionChange(clock.instant(), id, previous == null ? null : previous.id(), cause, actor, reason));
    }

    private static String better(Comparison comparison) {
        return String.format(
                Locale.ROOT,
                "Log-loss %.4f against %.4f on %d later shoppers",
                comparison.challengerLogLoss(),
                comparison.championLogLoss(),
                comparison.shoppers());
    }
}
