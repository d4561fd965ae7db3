package io.perennial.churn.model;

import io.perennial.churn.drift.Baseline;
import jakarta.annotation.PostConstruct;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * All models, of which one is published. Each replica holds that one in memory and looks every few seconds whether it is
 * still the one. One that cannot serve is passed over: what is in memory goes on, and a replica that has just started takes
 * the last champion before it that is whole.
 */
@Component
public class ModelRegistry {

    private static final Logger LOG = LoggerFactory.getLogger(ModelRegistry.class);
    private static final int EARLIER = 20;

    private final ModelStore store;
    private final ChampionChangeStore changes;
    private final ArtefactReader artefacts;
    private volatile @Nullable ServingModel current;
    private volatile @Nullable String seen;
    private volatile @Nullable Instant newest;

    ModelRegistry(ModelStore store, ChampionChangeStore changes, ArtefactReader artefacts) {
        this.store = store;
        this.changes = changes;
        this.artefacts = artefacts;
    }

    /**
     * Why a training gave no model.
     *
     * @param reason a slug, e.g. {@code not-enough-shoppers}
     */
    public record Refusal(String reason, String detail) {}

    /** Why the last training gave no model; null where it gave one or there was none. */
    public @Nullable Refusal lastRefusal() {
        return store.lastRefusal();
    }

    /** The champion as of the last look; null where there is none that these features can serve. */
    public @Nullable ServingModel current() {
        return current;
    }

    /** When a training last gave a model, champion or challenger, as of the last look. */
    @Nullable Instant newest() {
        return newest;
    }

    /** Looks which model is published and swaps where it is another. */
    @PostConstruct
    @Scheduled(fixedDelayString = "${perennial.churn.model.poll-interval}")
    public void look() {
        try {
            newest = store.newest();
            String published = store.publishedId();
            if (published == null) {
                current = null;
                seen = null;
            } else if (!published.equals(seen)) {
                take(published);
                seen = published;
            }
        } catch (DataAccessException e) {
            LOG.warn("Which model is published could not be read; the one in memory goes on: {}", e.toString());
        }
    }

    /** Newest first, those before the given one. */
    public List<ModelAnswer> page(@Nullable Instant before, String beforeId, int limit) {
        return store.page(before, beforeId, limit).stream().map(this::answer).toList();
    }

    @Nullable ModelAnswer find(String id) {
        ModelStore.Row row = store.find(id);
        return row == null ? null : answer(row);
    }

    /** The shoppers the model was made for; null where they were not kept. */
    public @Nullable Baseline baseline(String id) {
        ModelStore.Row row = store.find(id);
        return row == null ? null : artefacts.baseline(row);
    }

    /** Whether all shoppers were scored with the model. */
    public boolean scored(ServingModel model) {
        ModelStore.Row row = store.find(model.id());
        return row != null && row.scoredAt() != null;
    }

    /** Notes that all shoppers were scored with the model. */
    public void markScored(ServingModel model, Instant at) {
        store.scored(model.id(), at);
    }

    private void take(String published) {
        if (serve(published) || current != null) {
            return;
        }
        boolean served = changes.latest(EARLIER).stream()
                .map(ChampionChange::previous)
                .filter(Objects::nonNull)
                .distinct()
                .anyMatch(this::serve);
        if (!served) {
            LOG.error("No earlier champion can serve either: train anew");
        }
    }

    private boolean serve(String id) {
        ModelStore.Row row = store.find(id);
        if (row == null) {
            return false;
        }
        try {
            current = artefacts.serving(row);
            LOG.info("Model {} serves", id);
            return true;
        } catch (RuntimeException e) {
            LOG.error("Model {} cannot serve", id, e);
            return false;
        }
    }

    private ModelAnswer answer(ModelStore.Row row) {
        return ModelAnswer.from(row, artefacts.artefact(row), artefacts.comparison(row), artefacts.baseline(row));
    }
}
